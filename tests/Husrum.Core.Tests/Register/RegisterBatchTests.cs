using Husrum.Core.Register;

namespace Husrum.Core.Tests.Register;

public sealed class RegisterBatchTests
{
    [Fact]
    public void Holds_ninety_nine_changes_and_no_more()
    {
        var batch = new RegisterBatch("case:1");
        for (var i = 0; i < 99; i++)
            batch.Delete($"row:{i}");
        Should.Throw<InvalidOperationException>(() => batch.Delete("row:99"));
        Should.Throw<InvalidOperationException>(() => batch.Raise("instance", "event", null));
        batch.Index("ix-things", "free", "of that limit").Changes.Count.ShouldBe(99);
    }

    [Fact]
    public void Changes_a_row_once() =>
        Should.Throw<InvalidOperationException>(() => new RegisterBatch("case:1").Delete("a").Put("a", "again"));

    [Theory]
    [InlineData("")]
    [InlineData("blåbær")]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\\b")]
    [InlineData("100%")]
    [InlineData("a\tb")]
    [InlineData("a\u007fb")]
    public void Keys_are_what_both_homes_take_and_sort_alike(string key)
    {
        Should.Throw<ArgumentException>(() => new RegisterBatch(key));
        Should.Throw<ArgumentException>(() => new RegisterBatch("p").Delete(key));
        Should.Throw<ArgumentException>(() => new RegisterBatch("p").Index("ix", key, "x"));
        Should.Throw<ArgumentException>(() => RegisterKey.Check(new string('a', 501)));
        RegisterKey.Check("20260831060000|claim:u-0|notice:~ !").ShouldNotBeEmpty();
    }
}
