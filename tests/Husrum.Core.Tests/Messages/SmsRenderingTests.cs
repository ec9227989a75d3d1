using Husrum.Core.Messages;

namespace Husrum.Core.Tests.Messages;

public sealed class SmsRenderingTests
{
    private static readonly TemplateSpec Spec = Texts.Sms(Texts.Plain("name", new string('n', 20))) with { Links = [new("answer", "https://h.example/a?t=123456789012345678901234567890")] };

    [Fact]
    public void An_sms_is_text_only()
    {
        var sms = Render("Hej {{name}}. Svar her: {{link:answer}}", "Liv");
        sms.ShouldBe(new RenderedMessage(null, "Hej Liv. Svar her: https://h.example/a?t=1", null));
    }

    [Theory]
    [InlineData("Zoë \u201CZ\u201D \u2013 Łukasz", "Hej Zoe \"Z\" - Lukasz")]
    [InlineData("Liv\nDahl", "Hej Liv Dahl")]
    [InlineData("http://evil.dk", "Hej http: //evil. dk")]
    [InlineData("{{link:answer}}", "Hej {{link:answer}}")]
    public void Values_are_brought_inside_the_alphabet(string value, string text) => Render("Hej {{name}}\n{{link:answer}}", value).Text.ShouldStartWith(text);

    [Fact]
    public void A_value_longer_than_promised_is_cut_when_it_would_cost_a_second_segment()
    {
        var room = new string('a', 80);
        Render(room + "{{name}}{{link:answer}}", new string('x', 25)).Text.ShouldContain(new string('x', 25));
        var cut = Render(room + "{{name}}{{link:answer}}", new string('x', 500)).Text;
        cut.ShouldContain("a" + new string('x', 20) + "https://h.example/a?t=1");
        Gsm7.Septets(cut).ShouldBeLessThanOrEqualTo(Gsm7.Segment);
        Gsm7.Septets(Render(room + "{{name}}{{link:answer}}", new string('€', 500)).Text).ShouldBeLessThanOrEqualTo(Gsm7.Segment);
    }

    private static RenderedMessage Render(string text, string name) => Texts.Load(Spec, text).Render(
        NoticeChannel.Sms,
        "visit",
        "en",
        new Dictionary<string, string> { ["name"] = name },
        new Dictionary<string, string> { ["answer"] = "https://h.example/a?t=1" });
}
