using System.Net;

namespace Husrum.Core.Tests.Messages;

/// <summary>What people type into a form ends in someone else's mail.</summary>
public sealed class HostileValueTests
{
    private const string Body = "subject: Besøg\n\n# {{name}}\n\n{{name}} og **{{name}}** siger:\n\n- {{name}}\n- _{{name}}_ ({{name}})\n\n{{name}}\n===\n\n> {{name}}";

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<a href=\"https://evil.example\">log ind</a>")]
    [InlineData("\" onmouseover=\"alert(1)")]
    [InlineData("[log ind](https://evil.example)")]
    [InlineData("![x](https://evil.example/x.png)")]
    [InlineData("<https://evil.example>")]
    [InlineData("# overskrift")]
    [InlineData("**fed** _kursiv_ `kode` ~~væk~~")]
    [InlineData("{{name}} {{button:link|x}} {{#name}}")]
    [InlineData("\uE0000\uE001 \uE00099\uE001")]
    [InlineData("&lt;b&gt; &amp;amp; &#60;")]
    [InlineData("| a | b |")]
    [InlineData("[x]: https://evil.example")]
    public void A_value_never_becomes_markup(string value)
    {
        var html = Texts.WithName(Body, value).Html.ShouldNotBeNull();
        var harmless = Texts.WithName(Body, "Liv").Html.ShouldNotBeNull();
        html.Count(character => character == '<').ShouldBe(harmless.Count(character => character == '<'));
        html.ShouldNotContain("<a ");
        html.ShouldNotContain("://");
        // Read back, it says what was typed (but for characters nobody can see).
        WebUtility.HtmlDecode(html).Replace("\u200B", "").ShouldContain(value.Replace("\uE000", "").Replace("\uE001", ""));
    }

    [Theory]
    [InlineData("http://evil.example/x")]
    [InlineData("HTTPS://EVIL.EXAMPLE")]
    [InlineData("ftp://evil.example")]
    [InlineData("www.evil.example")]
    [InlineData("se evil.example/login?x=1")]
    [InlineData("(evil.example)")]
    [InlineData("x@evil.example http://evil.example")]
    public void An_address_in_a_value_is_nothing_a_mail_program_makes_a_link_of(string value)
    {
        var mail = Texts.WithName("subject: Besøg\n\n{{name}}", value);
        foreach (var text in new[] { mail.Text, mail.Html!.Split("<div")[1] })
        {
            text.ShouldNotContain("://");
            text.Replace("x@evil.example", "").ShouldNotContain("evil.example", Case.Insensitive);
        }
    }

    [Theory]
    [InlineData("f.eks. 14.05 kl. 1.234,50 kr.")]
    [InlineData("liv.dahl@mail.example.dk")]
    [InlineData("J.P. Hansen")]
    public void Ordinary_dots_stay_as_they_are(string value) =>
        Texts.WithName("subject: Besøg\n\n{{name}}", value).Text.Replace("f.\u200Beks", "f.eks").ShouldBe(value + "\n");

    [Theory]
    [InlineData("Liv\r\nBcc: bo@example.dk", "Til Liv Bcc: bo@example.dk")]
    [InlineData("Liv\nDahl", "Til Liv Dahl")]
    [InlineData("Liv\u2028Dahl\u0085x", "Til Liv Dahl x")]
    [InlineData("Liv\u0000\u001B\u202EDahl", "Til LivDahl")]
    public void A_subject_stays_one_line(string value, string subject) => Texts.WithName("subject: Til {{name}}\n\nHej", value).Subject.ShouldBe(subject);

    [Fact]
    public void A_subject_is_not_endless() => Texts.WithName("subject: {{name}}\n\nHej", new string('x', 5000)).Subject!.Length.ShouldBe(200);

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm()
    {
        var mail = Texts.WithName("subject: {{name}}\n\n{{name}}", "x\uD83D");
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(mail.Text)).ShouldBe(mail.Text);
    }

    [Fact]
    public void Marks_that_turn_the_writing_direction_are_taken_out() =>
        Texts.WithName("subject: Besøg\n\n{{name}}", "Liv\u202Egnp.exe\u202C").Text.ShouldNotContain("\u202E");
}
