using Husrum.Core.Messages;

namespace Husrum.Core.Tests.Messages;

public sealed class EmailRenderingTests
{
    private const string SignInLink = "https://husrum.example/log-ind?t=abc.def&x=1";

    [Theory]
    [InlineData("da", "Dit link til at logge ind i Husrum", "Log ind")]
    [InlineData("en", "Your link to sign in to Husrum", "Sign in")]
    public void An_email_has_a_subject_a_text_and_html(string language, string subject, string label)
    {
        var mail = SignIn(language);
        mail.Subject.ShouldBe(subject);
        mail.Text.ShouldContain($"{label}:\n{SignInLink}\n\n");
        mail.Html.ShouldNotBeNull().ShouldContain($"<html lang=\"{language}\">");
        mail.Html.ShouldContain("href=\"https://husrum.example/log-ind?t=abc.def&amp;x=1\"");
        mail.Html.ShouldContain($">{label}</a>");
        mail.Html.ShouldContain($"<title>{subject}</title>");
    }

    [Fact]
    public void Nothing_is_fetched_from_anywhere()
    {
        var html = SignIn("da").Html.ShouldNotBeNull();
        foreach (var fetching in new[] { "<img", "<link", "<script", "@import", "url(", "src=" })
            html.ShouldNotContain(fetching);
        html.Split("https://").Length.ShouldBe(2); // the button
    }

    [Fact]
    public void The_same_message_is_the_same_bytes() => SignIn("da").ShouldBe(SignIn("da"));

    [Fact]
    public void Markdown_becomes_html_and_plain_text()
    {
        var mail = Texts.WithName(
            "subject: Besøg\n\n# Hej {{name}}\n\nVi ses\npå **mandag**, *ikke* tirsdag.\n\n- et\n- to\n\n1. først\n2. så\n\nLæs [vejledningen](https://example.dk/v).\n\n> citat\n\n---\n\nHilsen\\\nHusrum &amp; venner",
            "Åse");
        mail.Text.ShouldBe(
            "Hej Åse\n\nVi ses på mandag, ikke tirsdag.\n\n- et\n- to\n\n1. først\n2. så\n\nLæs vejledningen.\nhttps://example.dk/v\n\n> citat\n\n---\n\nHilsen\nHusrum & venner\n");
        var html = mail.Html.ShouldNotBeNull();
        html.ShouldContain("<strong>mandag</strong>");
        html.ShouldContain("<li>to</li>");
        html.ShouldContain("href=\"https://example.dk/v\"");
        html.ShouldContain(">Hej Åse</h1>");
    }

    [Fact]
    public void A_section_is_left_out_when_its_field_is_empty()
    {
        const string Text = "subject: Besøg\n\nHej\n\n{{#name}}\nMed venlig hilsen {{name}}\n{{/name}}\n\nFarvel";
        Texts.WithName(Text, "Liv").Text.ShouldBe("Hej\n\nMed venlig hilsen Liv\n\nFarvel\n");
        Texts.WithName(Text, " ").Text.ShouldBe("Hej\n\nFarvel\n");
    }

    [Fact]
    public void A_value_of_several_lines_keeps_them()
    {
        var mail = Texts.WithName("subject: Besøg\n\n{{name}}", "Første linje\r\nAnden linje");
        mail.Text.ShouldBe("Første linje\nAnden linje\n");
        mail.Html.ShouldNotBeNull().ShouldContain("Første linje<br>\nAnden linje");
    }

    [Fact]
    public void A_field_without_a_value_is_a_mistake_that_shows() =>
        Should.Throw<KeyNotFoundException>(() => Texts.Load(Texts.Email(Texts.Plain("name")), "subject: A\n\n{{name}}")
            .Render(NoticeChannel.Email, "visit", "da", Texts.None, Texts.None)).Message.ShouldContain("name");

    [Fact]
    public void A_notice_is_rendered_with_its_links()
    {
        var notice = new Notice
        {
            Key = "k",
            Channel = NoticeChannel.Email,
            Template = SignInMessages.SignIn,
            Language = "da",
            To = "liv@example.dk",
            Fields = new Dictionary<string, string> { ["name"] = "Liv", ["minutes"] = "30" },
            Links = new Dictionary<string, NoticeLink> { ["link"] = new("/log-ind", "abc") },
            Due = DateTimeOffset.UnixEpoch,
        };
        MessageCatalogue.Load(SignInMessages.Specs).Render(notice, link => $"https://husrum.example{link.Path}?t={link.TokenId}.def").Text
            .ShouldContain("https://husrum.example/log-ind?t=abc.def");
    }

    private static RenderedMessage SignIn(string language) => MessageCatalogue.Load(SignInMessages.Specs).Render(
        NoticeChannel.Email,
        SignInMessages.SignIn,
        language,
        new Dictionary<string, string> { ["name"] = "Liv", ["minutes"] = "30" },
        new Dictionary<string, string> { ["link"] = SignInLink });
}
