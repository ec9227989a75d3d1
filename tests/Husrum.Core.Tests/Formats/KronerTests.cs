using Husrum.Core.Formats;

namespace Husrum.Core.Tests.Formats;

public sealed class KronerTests
{
    [Theory]
    [InlineData("123,45", 12345)]
    [InlineData("123.45", 12345)]
    [InlineData("1.234,50", 123450)]
    [InlineData("1,234.50", 123450)]
    [InlineData("1 234,50", 123450)]
    [InlineData("1\u00A0234,50", 123450)]
    [InlineData("1\u202F234.50", 123450)]
    [InlineData("12.345", 1234500)]
    [InlineData("1.234", 123400)] // in Denmark the dot groups thousands
    [InlineData("1234", 123400)]
    [InlineData("50", 5000)]
    [InlineData("50,5", 5050)]
    [InlineData("0,50", 50)]
    [InlineData("007", 700)]
    [InlineData("kr. 50", 5000)]
    [InlineData("kr 50", 5000)]
    [InlineData("50 kr.", 5000)]
    [InlineData("50 KR", 5000)]
    [InlineData("50kr", 5000)]
    [InlineData("50 kroner", 5000)]
    [InlineData("DKK 1,234.50", 123450)]
    [InlineData("50,-", 5000)]
    [InlineData("50,--", 5000)]
    [InlineData("50.-", 5000)]
    [InlineData("50,", 5000)]
    [InlineData("1.234,-", 123400)]
    [InlineData("100.000", 10000000)]
    public void Amounts_are_read_the_way_people_write_them(string typed, long oere) => Kroner.Read(typed).Value.Oere.ShouldBe(oere);

    [Theory]
    [InlineData("1,234", "er det 1.234 kr. eller 1,23 kr.?", "1234,00")]
    [InlineData("12,345", "er det 12.345 kr. eller 12,34 kr.?", "12345,00")]
    public void A_comma_before_three_digits_is_asked_about(string typed, string question, string way)
    {
        var problem = Kroner.Read(typed).Problem.ShouldNotBeNull();
        problem.Danish.ShouldContain(question);
        problem.Danish.ShouldContain(way);
        Kroner.Read(way).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "Skriv beløbet")]
    [InlineData(null, "Skriv beløbet")]
    [InlineData("kr.", "Skriv beløbet")]
    [InlineData("0", "større end 0")]
    [InlineData("0,00", "større end 0")]
    [InlineData("-50", "større end 0")]
    [InlineData("\u221250", "større end 0")]
    [InlineData("12,3456", "to decimaler")]
    [InlineData("0,505", "to decimaler")]
    [InlineData("1234,567", "to decimaler")]
    [InlineData("1234.567", "to decimaler")]
    [InlineData("100000,01", "meget stort")]
    [InlineData("99999999999999999999999", "meget stort")]
    [InlineData("fifty", "kan ikke læses")]
    [InlineData("50 20", "kan ikke læses")]
    [InlineData("1.23.45", "kan ikke læses")]
    [InlineData("1.234.50", "kan ikke læses")]
    [InlineData("1,2,3", "kan ikke læses")]
    [InlineData("1.2345,50", "kan ikke læses")]
    [InlineData("5e3", "kan ikke læses")]
    [InlineData("٥٠", "kan ikke læses")]
    [InlineData("12 €", "danske kroner")]
    [InlineData("EUR 12", "danske kroner")]
    public void What_is_wrong_is_said_in_both_languages(string? typed, string danish)
    {
        var problem = Kroner.Read(typed).Problem.ShouldNotBeNull();
        problem.Danish.ShouldContain(danish);
        problem.English.ShouldNotBe(problem.Danish);
    }

    [Theory]
    [InlineData(123450, "1.234,50 kr.", "DKK 1,234.50", "1234,50")]
    [InlineData(5, "0,05 kr.", "DKK 0.05", "0,05")]
    [InlineData(100000000, "1.000.000,00 kr.", "DKK 1,000,000.00", "1000000,00")]
    [InlineData(-50, "-0,50 kr.", "DKK -0.50", "-0,50")]
    [InlineData(-123450, "-1.234,50 kr.", "DKK -1,234.50", "-1234,50")]
    public void Amounts_are_written_in_the_words_of_a_language(long oere, string danish, string english, string plain)
    {
        var amount = new Kroner(oere);
        amount.In("da").ShouldBe(danish);
        amount.In("en").ShouldBe(english);
        amount.Plain.ShouldBe(plain);
    }

    [Fact]
    public void What_is_written_reads_back()
    {
        for (var oere = 1L; oere <= Kroner.Largest.Oere; oere = oere * 2 + 1)
        {
            foreach (var text in new[] { new Kroner(oere).Danish, new Kroner(oere).English, new Kroner(oere).Plain })
                Kroner.Read(text).Value.Oere.ShouldBe(oere, text);
        }
    }

    [Fact]
    public void Amounts_add_up_and_compare()
    {
        (new Kroner(150) + new Kroner(250)).ShouldBe(new Kroner(400));
        (new Kroner(150) < new Kroner(250)).ShouldBeTrue();
        Should.Throw<OverflowException>(() => new Kroner(long.MaxValue) + new Kroner(1));
    }
}
