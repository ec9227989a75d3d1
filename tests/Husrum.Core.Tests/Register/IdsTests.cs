using Husrum.Core.Register;
using Husrum.Testing;

namespace Husrum.Core.Tests.Register;

public sealed class IdsTests
{
    [Fact]
    public void Ids_are_26_small_letters_and_digits_of_128_bits()
    {
        var ids = new Ids(new SeededRandom());
        var made = Enumerable.Range(0, 10_000).Select(_ => ids.New()).ToList();
        made.Distinct().Count().ShouldBe(10_000);
        made.ShouldAllBe(id => id.Length == 26 && id.All(c => "0123456789abcdefghjkmnpqrstvwxyz".Contains(c)) && id[0] < '8');
        for (var place = 1; place < 26; place++)
            made.Select(id => id[place]).Distinct().Count().ShouldBe(32);
    }

    [Fact]
    public void The_smallest_and_the_largest_are_what_the_scheme_says()
    {
        new Ids(new Fixed(0)).New().ShouldBe(new string('0', 26));
        new Ids(new Fixed(255)).New().ShouldBe("7" + new string('z', 25));
    }

    [Fact]
    public void A_derived_id_follows_from_its_parts_and_their_borders()
    {
        Ids.Claim("s-1").ShouldBe(Ids.Claim("s-1"));
        Ids.Claim("s-1").ShouldStartWith("u-");
        Ids.Derive("ab", "c").ShouldNotBe(Ids.Derive("a", "bc"));
    }

    private sealed class Fixed(byte value) : IRandom
    {
        public byte[] Bytes(int count) => [.. Enumerable.Repeat(value, count)];
    }
}
