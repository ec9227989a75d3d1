using Husrum.Core.Formats;

namespace Husrum.Core.Tests.Formats;

public sealed class CprLikeTests
{
    [Theory]
    [InlineData("010190-1234")]
    [InlineData("0101901234")]
    [InlineData("010190 1234")]
    [InlineData("010190\u20131234")]
    [InlineData("010190 - 1234")]
    [InlineData("01.01.90-1234")]
    [InlineData("Mit nummer er 311299-0000.")]
    [InlineData("CPR:2902000000")]
    [InlineData("01-01-90-1234")]
    [InlineData("01/01/90-1234")]
    [InlineData("010190\u200B1234")] // a break nobody sees
    [InlineData("\uFF10\uFF11\uFF10\uFF11\uFF19\uFF10-1234")]
    public void Numbers_like_a_cpr_number_are_found(string text) => CprLike.IsIn(text).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("20 11 22 33")]
    [InlineData("+45 20112233")]
    [InlineData("320190-1234")] // no 32nd
    [InlineData("011390-1234")] // no 13th month
    [InlineData("290201-1234")] // no leap year
    [InlineData("000190-1234")]
    [InlineData("10101901234")] // eleven digits
    [InlineData("010190-12345")]
    [InlineData("1.1.2026 kl. 14.05")]
    [InlineData("DK5001010901234567")]
    public void Other_numbers_are_not(string? text) => CprLike.IsIn(text).ShouldBeFalse();

    [Fact]
    public void The_whole_number_goes_with_its_birth_date() =>
        CprLike.Redact("Liv (010190-1234) og 320190-1234, 0202911234").ShouldBe("Liv (******-****) og 320190-1234, ******-****");

    [Fact]
    public void The_explanation_is_in_both_languages()
    {
        CprLike.Problem.Danish.ShouldContain("CPR-nummer");
        CprLike.Problem.English.ShouldContain("CPR number");
    }
}
