using Husrum.Core.Formats;

namespace Husrum.Core.Tests.Formats;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("20 11 22 33")]
    [InlineData("20112233")]
    [InlineData("+45 2011 2233")]
    [InlineData("+4520112233")]
    [InlineData("0045 20112233")]
    [InlineData("4520112233")]
    [InlineData("(+45) 20-11-22-33")]
    [InlineData(" 20.11.22.33 ")]
    [InlineData("20\u00A011\u202F22 33")]
    public void One_number_is_written_in_many_ways(string typed)
    {
        var number = PhoneNumber.Read(typed).Value;
        number.E164.ShouldBe("+4520112233");
        number.Display.ShouldBe("20 11 22 33");
        number.Kind.ShouldBe(PhoneKind.Danish);
        number.IsSmsTarget.ShouldBeTrue();
    }

    [Fact]
    public void A_Danish_number_may_begin_with_45() => PhoneNumber.Read("45 11 22 33").Value.E164.ShouldBe("+4545112233");

    [Theory]
    [InlineData("70 11 22 33")]
    [InlineData("80 11 22 33")]
    [InlineData("90 11 22 33")]
    public void Service_numbers_are_kept_but_get_no_sms(string typed)
    {
        var number = PhoneNumber.Read(typed).Value;
        number.Kind.ShouldBe(PhoneKind.DanishService);
        number.IsSmsTarget.ShouldBeFalse();
    }

    [Theory]
    [InlineData("+298 112233", "+298112233")]
    [InlineData("00299 112233", "+299112233")]
    [InlineData("+46 70 112 23 34", "+46701122334")]
    public void Numbers_of_other_countries_are_kept_but_get_no_sms(string typed, string e164)
    {
        var number = PhoneNumber.Read(typed).Value;
        number.E164.ShouldBe(e164);
        number.Display.ShouldBe(e164);
        number.Kind.ShouldBe(PhoneKind.Foreign);
        number.IsSmsTarget.ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "Skriv et telefonnummer")]
    [InlineData(null, "Skriv et telefonnummer")]
    [InlineData("112", "Trecifrede")]
    [InlineData("2011223", "her er der 7")]
    [InlineData("201122334", "her er der 9")]
    [InlineData("+45 2011223", "her er der 7")]
    [InlineData("4520112", "her er der 7")]
    [InlineData("10 11 22 33", "begynder ikke med 0 eller 1")]
    [InlineData("20 11 22 3x", "består af tal")]
    [InlineData("٢٠١١٢٢٣٣", "består af tal")]
    [InlineData("+46 12", "ikke den rigtige længde")]
    [InlineData("+", "ikke den rigtige længde")]
    [InlineData("+0123456789", "ikke den rigtige længde")]
    [InlineData("--", "Skriv et telefonnummer")]
    public void What_is_wrong_is_said_in_both_languages(string? typed, string danish)
    {
        var problem = PhoneNumber.Read(typed).Problem.ShouldNotBeNull();
        problem.Danish.ShouldContain(danish);
        problem.English.ShouldNotBe(problem.Danish);
    }

    [Fact]
    public void A_number_does_not_slip_into_a_log() => $"{PhoneNumber.Read("20112233").Value}".ShouldNotContain("2011");
}
