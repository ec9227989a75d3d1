using Husrum.Core.Formats;

namespace Husrum.Core.Tests.Formats;

public sealed class EmailTests
{
    [Theory]
    [InlineData("Liv.Dahl@Example.DK", "liv.dahl@example.dk")]
    [InlineData("  liv@example.dk\u00A0", "liv@example.dk")]
    [InlineData("liv+udlaeg@mail.example.dk", "liv+udlaeg@mail.example.dk")]
    [InlineData("mailto:liv@example.dk", "liv@example.dk")]
    [InlineData("o'neil_1@example.co.uk", "o'neil_1@example.co.uk")]
    [InlineData("liv@håb.example", "liv@xn--hb-yia.example")]
    [InlineData("\u200Bliv@example.dk", "liv@example.dk")]
    public void Addresses_are_kept_in_one_form(string typed, string kept) => Email.Read(typed).Value.Value.ShouldBe(kept);

    [Theory]
    [InlineData("", "Skriv din mailadresse")]
    [InlineData(null, "Skriv din mailadresse")]
    [InlineData("liv.example.dk", "mangler et @")]
    [InlineData("liv@example", "Der mangler noget efter “example”")]
    [InlineData("@example.dk", "foran @")]
    [InlineData("liv@", "efter @")]
    [InlineData("liv@example,dk", "komma")]
    [InlineData("liv@example.dk, bo@example.dk", "mellemrum")]
    [InlineData("liv@example.dk;bo@example.dk", "mere end ét @")]
    [InlineData("liv dahl@example.dk", "mellemrum")]
    [InlineData("liv..dahl@example.dk", "punktum står forkert")]
    [InlineData("liv.@example.dk", "punktum står forkert")]
    [InlineData("liv@example.dk.", "punktum står forkert")]
    [InlineData("søren@example.dk", "Skal det være ae, oe eller aa?")]
    [InlineData("<liv@example.dk>", "tegn i mailadressen")]
    [InlineData("\"liv\"@example.dk", "tegn i mailadressen")]
    [InlineData("liv@exa_mple.dk", "tegn i mailadressen")]
    [InlineData("liv@-example.dk", "tegn i mailadressen")]
    [InlineData("liv@10.0.0.1", "tegn i mailadressen")]
    [InlineData("liv@[10.0.0.1]", "tegn i mailadressen")]
    [InlineData("liv@example.dk\r\nBcc: bo@example.dk", "mellemrum")]
    public void What_is_wrong_is_said_in_both_languages(string? typed, string danish)
    {
        var problem = Email.Read(typed).Problem.ShouldNotBeNull();
        problem.Danish.ShouldContain(danish);
        problem.English.ShouldNotBe(problem.Danish);
    }

    [Fact]
    public void Addresses_longer_than_mail_servers_take_are_refused()
    {
        Email.Read(new string('a', 65) + "@example.dk").IsOk.ShouldBeFalse();
        Email.Read("liv@" + string.Concat(Enumerable.Repeat("example.", 40)) + "dk").IsOk.ShouldBeFalse();
        Email.Read("liv@" + new string('e', 64) + ".dk").IsOk.ShouldBeFalse();
    }

    [Fact]
    public void An_address_does_not_slip_into_a_log() => $"{Email.Read("liv@example.dk").Value}".ShouldNotContain("liv");
}
