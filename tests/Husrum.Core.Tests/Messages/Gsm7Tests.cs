using Husrum.Core.Messages;

namespace Husrum.Core.Tests.Messages;

public sealed class Gsm7Tests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Rødgrød på Ærø, Åse Ø", 21)]
    [InlineData("É é Ä ä Ö ö Ü ü", 15)]
    [InlineData("[1] {2} ~ \\ | ^ €", 26)]
    [InlineData("a\nb", 3)]
    public void Letters_take_one_septet_and_some_signs_two(string text, int septets)
    {
        Gsm7.FirstForeign(text).ShouldBe(-1);
        Gsm7.Septets(text).ShouldBe(septets);
    }

    [Theory]
    [InlineData("Kl. 8\u201310", 5)]
    [InlineData("\u201CHej\u201D", 0)]
    [InlineData("det\u2019s", 3)]
    [InlineData("vent\u2026", 4)]
    [InlineData("\u2022 punkt", 0)]
    [InlineData("1\u00A0234", 1)]
    [InlineData("1\u202F234", 1)]
    [InlineData("`", 0)]
    [InlineData("\u0001", 0)]
    [InlineData("hej 🙂", 4)]
    public void What_word_processors_write_is_outside_and_has_a_place(string text, int at) => Gsm7.FirstForeign(text).ShouldBe(at);

    [Theory]
    [InlineData("Kl. 8\u201310 \u2014 husk \u201Cmadpakke\u201D\u2026", "Kl. 8-10 - husk \"madpakke\"...")]
    [InlineData("1\u00A0234\u202F567", "1 234 567")]
    [InlineData("\u2022 én\u200B", "- én")]
    [InlineData("Łukasz Şeyma Zoë Đorđe Nguyễn", "Lukasz Seyma Zoe Dorde Nguyen")]
    [InlineData("Søren Ångström", "Søren Ångström")]
    [InlineData("e\u0301", "e")]
    [InlineData("hej 🙂", "hej ?")]
    [InlineData("مرحبا", "?????")]
    [InlineData("½ pizza", "1/2 pizza")]
    public void Texts_can_be_brought_inside(string text, string normal) => Gsm7.Normalise(text).ShouldBe(normal);

    [Fact]
    public void Whatever_comes_in_what_comes_out_is_inside()
    {
        for (var character = 0; character <= char.MaxValue; character++)
            Gsm7.FirstForeign(Gsm7.Normalise($"a{(char)character}b")).ShouldBe(-1, $"U+{character:X4}");
    }
}
