using Husrum.Core.Messages;

namespace Husrum.Core.Tests.Messages;

public sealed class CatalogueCheckTests
{
    private const string Good = "subject: Besøg\n\nHej {{name}}\n";

    [Fact]
    public void The_programs_own_texts_are_in_order() => MessageCatalogue.Load(SignInMessages.Specs).ShouldNotBeNull();

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var problems = Should.Throw<MessageCatalogueException>(() => MessageCatalogue.Load(
            [Texts.Email(Texts.Plain("name")), Texts.Sms()],
            new Dictionary<string, string>())).Problems;
        problems.Count.ShouldBe(4);
        problems.ShouldContain("da/visit.email.md: the text is missing.");
        problems.ShouldContain("en/visit.sms.txt: the text is missing.");
    }

    [Fact]
    public void A_text_in_one_language_only_is_not_enough() =>
        Should.Throw<MessageCatalogueException>(() => MessageCatalogue.Load([Texts.Email(Texts.Plain("name"))], new Dictionary<string, string> { ["da/visit.email.md"] = Good }))
            .Problems.ShouldBe(["en/visit.email.md: the text is missing."]);

    [Theory]
    [InlineData("subject: Besøg\n\nHej {{nmae}}", "binds \"nmae\"")]
    [InlineData("subject: Besøg\n\nHej {{ name }}", "line 1 of the body: the braces")]
    [InlineData("subject: Besøg {{name\n\nHej", "subject: the braces")]
    [InlineData("subject: Besøg\n\nHej {{link:name}}", "the braces")]
    [InlineData("subject: Besøg\n\nTryk {{button:name|her}} nu", "the braces")]
    [InlineData("subject: Besøg\n\n{{button:name|her}}", "does not declare as a link")]
    [InlineData("Hej {{name}}", "does not begin with \"subject")]
    [InlineData("subject:\n\nHej", "does not begin with \"subject")]
    [InlineData("subject: Besøg\n\n", "has no body")]
    [InlineData("subject: Besøg\n\nHej <b>du</b>", "HTML is not rendered")]
    [InlineData("subject: Besøg\n\n![x](https://example.dk/x.png)", "pictures are not sent")]
    [InlineData("subject: Besøg\n\n[x](https://example.dk/{{name}})", "cannot be part of an address")]
    [InlineData("subject: Besøg\n\n[x](http://example.dk/)", "links begin with https://")]
    [InlineData("subject: Besøg\n\n[x](javascript:alert)", "links begin with https://")]
    [InlineData("subject: Besøg\n\n    indrykket {{name}}\n", "code is not shown well")]
    [InlineData("subject: Besøg\n\n{{#name}}\nHej", "is never closed")]
    [InlineData("subject: Besøg\n\nHej\n{{/name}}", "not open")]
    [InlineData("subject: Besøg\n\n{{#name}}\n{{#name}}\n{{/name}}\n{{/name}}", "inside another")]
    [InlineData("subject: Besøg\n\n{{#other}}\nHej\n{{/other}}", "binds \"other\"")]
    [InlineData("subject: Besøg\n\nHej \uE000", "private-use")]
    public void A_text_that_is_not_in_order_keeps_the_program_from_starting(string text, string problem) =>
        Texts.Problems(Texts.Email(Texts.Plain("name")), text).ShouldContain(line => line.StartsWith("da/visit.email.md: ", StringComparison.Ordinal) && line.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void A_subject_line_holds_nothing_confidential()
    {
        var spec = Texts.Email(Texts.Secret("account"));
        Texts.Problems(spec, "subject: Til {{account}}\n\nHej").ShouldContain("da/visit.email.md: binds the confidential \"account\" in the subject line.");
        Texts.Load(spec, "subject: Udbetalt\n\nTil {{account}}").ShouldNotBeNull();
    }

    [Fact]
    public void An_sms_holds_nothing_confidential() =>
        Texts.Problems(Texts.Sms(Texts.Secret("account")), "Udbetalt til {{account}}").ShouldContain("da/visit.sms.txt: binds the confidential \"account\" in an SMS.");

    [Fact]
    public void An_sms_fits_one_segment_with_the_longest_values()
    {
        var spec = Texts.Sms(Texts.Plain("name", new string('n', 40)));
        Texts.Load(spec, new string('a', 120) + "{{name}}").ShouldNotBeNull();
        Texts.Problems(spec, new string('a', 121) + "{{name}}").ShouldContain("da/visit.sms.txt: 161 septets with the longest values; an SMS holds 160.");
        Texts.Problems(spec, new string('a', 119) + "€{{name}}").ShouldContain("en/visit.sms.txt: 161 septets with the longest values; an SMS holds 160.");
    }

    [Fact]
    public void An_sms_stays_inside_its_alphabet() =>
        Texts.Problems(Texts.Sms(), "Husk besøg\nkl. 8\u201310").ShouldContain("da/visit.sms.txt: line 2, character 6: \"\u2013\" (U+2013) is not in the SMS alphabet.");

    [Fact]
    public void A_link_that_was_declared_must_be_in_the_text()
    {
        var spec = Texts.Email() with { Links = [new("answer")] };
        Texts.Problems(spec, "subject: Besøg\n\nHej").ShouldContain("da/visit.email.md: does not bind the link \"answer\".");
        Texts.Load(spec, "subject: Besøg\n\n{{button:answer|Svar her}}").ShouldNotBeNull();
    }

    [Fact]
    public void Both_languages_say_the_same_things()
    {
        var spec = Texts.Email(Texts.Plain("name"), Texts.Plain("date"));
        var problems = Should.Throw<MessageCatalogueException>(() => MessageCatalogue.Load(
            [spec],
            Texts.Files(spec, "subject: Besøg\n\nHej {{name}}", "subject: Visit {{date}}\n\nHello"))).Problems;
        problems.ShouldBe(
        [
            "en/visit.email.md: does not say \"name\", which the Danish text does.",
            "en/visit.email.md: says \"date\", which the Danish text does not.",
        ]);
    }

    [Fact]
    public void Specs_must_make_sense_by_themselves()
    {
        var twice = Texts.Email(Texts.Plain("name"), Texts.Plain("name"), Texts.Plain("a b"), Texts.Plain("empty", ""));
        var problems = Should.Throw<MessageCatalogueException>(() => MessageCatalogue.Load([twice, twice], Texts.Files(twice, Good, Good))).Problems;
        problems.ShouldContain("visit: \"name\" is declared twice.");
        problems.ShouldContain("visit: \"a b\" is no name for a field (letters, digits, hyphens).");
        problems.ShouldContain("visit: \"empty\" has no example of its longest value.");
        problems.ShouldContain("visit (Email): specified 2 times.");
    }

    [Fact]
    public void Files_nobody_speaks_of_are_named()
    {
        var spec = Texts.Email(Texts.Plain("name"));
        var files = Texts.Files(spec, Good, Good);
        files["da/forgotten.email.md"] = Good;
        MessageCatalogue.Load([spec], files).Unclaimed.ShouldBe(["da/forgotten.email.md"]);
    }
}
