using System.Numerics;
using Husrum.Core.Formats;

namespace Husrum.Core.Tests.Formats;

public sealed class BankAccountTests
{
    [Theory]
    [InlineData("0040", "0440116243", "DK5000400440116243")]
    [InlineData("0400", "12345678", "DK6604000012345678")]
    [InlineData("2000", "1234567890", "DK2720001234567890")]
    public void An_account_has_an_iban(string registration, string account, string iban) => BankAccount.Read(registration, account).Value.Iban.ShouldBe(iban);

    [Fact]
    public void Every_iban_leaves_one_when_divided_by_97()
    {
        for (var account = 1L; account < 9_999_999_999; account = account * 3 + 7)
        {
            var iban = BankAccount.Read($"{account % 9000 + 1000}", $"{account}").Value.Iban;
            iban.Length.ShouldBe(18);
            (BigInteger.Parse(iban[4..] + "1320" + iban[2..4]) % 97).ShouldBe(BigInteger.One);
        }
    }

    [Theory]
    [InlineData("0040", "440116243")]
    [InlineData(" 00-40 ", "044 011 6243")]
    [InlineData("00.40", "0440-116.243")]
    [InlineData("0040", "440\u00A0116\u2013243")]
    public void Spaces_dots_hyphens_and_leading_zeros_make_no_difference(string registration, string account)
    {
        var read = BankAccount.Read(registration, account).Value;
        read.RegistrationNumber.ShouldBe("0040");
        read.AccountNumber.ShouldBe("0440116243");
        read.ShouldBe(BankAccount.Read("0040", "0440116243").Value);
    }

    [Theory]
    [InlineData("040", "Mangler der et 0 foran?", "Is a 0 missing in front?")]
    [InlineData("", "Skriv bankens reg.nr.", "Please write the bank's reg. no.")]
    [InlineData("40", "her er der 2", "this has 2")]
    [InlineData("00400", "her er der 5", "this has 5")]
    [InlineData("00400440116243", "i samme felt", "in one field")]
    [InlineData("004O", "kun af tal", "digits only")]
    [InlineData("0000", "ingen bank", "No bank")]
    [InlineData("DK50 0040 0440 1162 43", "IBAN", "IBAN")]
    [InlineData("٠٠٤٠", "kun af tal", "digits only")]
    public void What_is_wrong_with_a_reg_nr_is_said_in_both_languages(string typed, string danish, string english)
    {
        var problem = BankAccount.ReadRegistrationNumber(typed).Problem.ShouldNotBeNull();
        problem.Danish.ShouldContain(danish);
        problem.English.ShouldContain(english);
    }

    [Theory]
    [InlineData("", "Skriv kontonummeret")]
    [InlineData("12345678901", "i samme felt")]
    [InlineData("123456789012345", "her er der 15")]
    [InlineData("0000", "lutter nuller")]
    [InlineData("12 34 x", "kun af tal")]
    [InlineData("DK5000400440116243", "IBAN")]
    public void What_is_wrong_with_a_kontonr_is_said(string typed, string danish) =>
        BankAccount.ReadAccountNumber(typed).Problem.ShouldNotBeNull().Danish.ShouldContain(danish);

    [Fact]
    public void With_both_wrong_the_reg_nr_is_told_first() =>
        BankAccount.Read("040", "x").Problem.ShouldBe(BankAccount.ReadRegistrationNumber("040").Problem);

    [Fact]
    public void Others_see_the_reg_nr_and_the_last_three_digits_only()
    {
        var account = BankAccount.Read("0040", "0440116243").Value;
        account.Masked.ShouldBe("0040 *******243");
        $"{account}".ShouldNotContain("116");
    }
}
