using Husrum.Core.Formats;

namespace Husrum.Core.Tests.Formats;

public sealed class WholeKronerTests
{
    [Theory]
    [InlineData(123450, "1234")]
    [InlineData(123450, "1235")]
    [InlineData(123450, "1.234")]
    [InlineData(123450, "1,234")] // asked about elsewhere; here the amount says which
    [InlineData(123450, "1.234,50")]
    [InlineData(123450, "kr. 1234")]
    [InlineData(123449, "1234")]
    [InlineData(123449, "1234,49")]
    [InlineData(40, "0")]
    [InlineData(50, "1")]
    [InlineData(50, "0,50")]
    public void The_amount_its_whole_kroner_and_those_rounded_all_count(long oere, string typed) =>
        WholeKroner.Problem(typed, new Kroner(oere)).ShouldBeNull();

    [Theory]
    [InlineData(123449, "1235")]
    [InlineData(123450, "1233")]
    [InlineData(123450, "1236")]
    [InlineData(123450, "123450")]
    [InlineData(123450, "0")]
    [InlineData(123450, "-1234")]
    [InlineData(123450, "ja")]
    [InlineData(123450, "1,23")]
    public void Any_other_amount_does_not(long oere, string typed) => WholeKroner.Problem(typed, new Kroner(oere)).ShouldNotBeNull().Danish.ShouldContain("ikke det beløb");

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("  ")]
    public void Nothing_typed_is_nothing_approved(string? typed) => WholeKroner.Problem(typed, new Kroner(5000)).ShouldNotBeNull().Danish.ShouldContain("Skriv beløbet");
}
