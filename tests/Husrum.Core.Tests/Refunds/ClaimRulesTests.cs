using Husrum.Core.Organisations;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Rules;

namespace Husrum.Core.Tests.Refunds;

public sealed class ClaimRulesTests
{
    private static readonly FormHouse House = new(
        new Organisation
        {
            Id = "e",
            Name = "E",
            Languages = ["da"],
            Senders = new("a@b.example", "E", "E"),
            Mailbox = "a@b.example",
            Departments = [new Department("aarhus", "Aarhus", "a@b.example")],
            Limits = new(2000),
        },
        new DateOnly(2026, 8, 31),
        new RefundSettings());

    private static readonly ClaimForm Good = new()
    {
        SubmissionId = "s",
        Department = "aarhus",
        Name = "Freja Frivillig",
        Email = "freja@eksempel.example",
        Purpose = "Snacks til samtalegruppen",
        ActivityDate = "2026-08-28",
        RegistrationNumber = "0040",
        AccountNumber = "0440 116243",
        Lines = [new("Frugt", "123,45")],
        ReceiptIds = ["aa"],
    };

    [Fact]
    public void A_good_form_has_no_problems() => Fields(Good).ShouldBeEmpty();

    [Fact]
    public void An_empty_form_hears_everything_at_once() => Fields(new ClaimForm { SubmissionId = "s" }).ShouldBe(
        ["department", "name", "email", "purpose", "activityDate", "lines[0].text", "receipts", "registrationNumber", "accountNumber"]);

    [Theory]
    [InlineData("horsens", "department")]
    [InlineData("", "department")]
    public void The_department_is_one_of_ours(string department, string field) => Fields(Good with { Department = department }).ShouldBe([field]);

    [Theory]
    [InlineData("2026-08-31", true)]
    [InlineData("31.8.2026", true)]
    [InlineData("31/8-2026", true)]
    [InlineData("31-08-2026", true)]
    [InlineData("2025-08-31", true)]
    [InlineData("2026-09-01", false)]
    [InlineData("2025-08-30", false)]
    [InlineData("8/31/2026", false)]
    [InlineData("i går", false)]
    public void The_activity_is_past_and_at_most_a_year_ago(string date, bool good) => Fields(Good with { ActivityDate = date }).ShouldBe(good ? [] : ["activityDate"]);

    [Fact]
    public void How_old_an_activity_may_be_is_the_organisations_to_say() =>
        ClaimRules.Problems(Good with { ActivityDate = "2026-05-01" }, House with { Settings = new RefundSettings { OldestActivityMonths = 3 } }).Single().Danish.ShouldContain("31.5.2026");

    [Theory]
    [InlineData("", true)]
    [InlineData("12 34 56 78", false)]
    [InlineData("22 34 56 78", true)]
    [InlineData("+46 70 123 45 67", true)]
    public void A_phone_number_may_be_left_out(string phone, bool good) => Fields(Good with { Phone = phone }).ShouldBe(good ? [] : ["phone"]);

    [Fact]
    public void Empty_lines_are_skipped_and_half_lines_are_not() =>
        Fields(Good with { Lines = [new("", ""), new("Frugt", "12"), new("", "5"), new("Saft", "")] }).ShouldBe(["lines[2].text", "lines[3].amount"]);

    [Fact]
    public void Twenty_lines_are_enough()
    {
        Fields(Good with { Lines = [.. Enumerable.Repeat(new ClaimFormLine("Frugt", "12"), 20)] }).ShouldBeEmpty();
        Fields(Good with { Lines = [.. Enumerable.Repeat(new ClaimFormLine("Frugt", "12"), 21)] }).ShouldBe(["lines"]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("abc")]
    [InlineData("12,345")]
    [InlineData("100001")]
    public void An_amount_is_one(string amount) => Fields(Good with { Lines = [new("Frugt", amount)] }).ShouldBe(["lines[0].amount"]);

    [Fact]
    public void One_to_ten_receipts_or_a_statement()
    {
        Fields(Good with { ReceiptIds = [] }).ShouldBe(["receipts"]);
        Fields(Good with { ReceiptIds = [.. Enumerable.Range(0, 10).Select(i => $"{i}")] }).ShouldBeEmpty();
        Fields(Good with { ReceiptIds = [.. Enumerable.Range(0, 11).Select(i => $"{i}")] }).ShouldBe(["receipts"]);
        Fields(Good with { ReceiptIds = [], MissingReceipt = true }).ShouldBe(["missingReceiptStatement"]);
        Fields(Good with { ReceiptIds = [], MissingReceiptStatement = "kort" }).ShouldBe(["missingReceiptStatement"]);
        Fields(Good with { ReceiptIds = [], MissingReceipt = true, MissingReceiptStatement = "Købt på markedet, ingen kvittering" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("040", "1", "registrationNumber")]
    [InlineData("0040", "12345678901", "accountNumber")]
    [InlineData("0040", "x", "accountNumber")]
    public void An_account_is_one(string registration, string account, string field) =>
        Fields(Good with { RegistrationNumber = registration, AccountNumber = account }).ShouldBe([field]);

    [Fact]
    public void A_cpr_number_is_refused_kindly_wherever_it_slips_in()
    {
        const string Cpr = "spurgt af 010190-1234";
        Fields(Good with { Name = Cpr }).ShouldBe(["name"]);
        Fields(Good with { Purpose = Cpr }).ShouldBe(["purpose"]);
        Fields(Good with { Lines = [new(Cpr, "5")] }).ShouldBe(["lines[0].text"]);
        Fields(Good with { PayeeName = Cpr }).ShouldBe(["payeeName"]);
        Fields(Good with { MissingReceiptStatement = Cpr }).ShouldBe(["missingReceiptStatement"]);
        ClaimRules.Problems(Good with { Purpose = Cpr }, House).Single().Danish.ShouldContain("vi har ikke brug for det");
    }

    [Fact]
    public void An_account_number_that_looks_like_a_cpr_number_is_an_account_number() => Fields(Good with { AccountNumber = "0101901234" }).ShouldBeEmpty();

    [Theory]
    [InlineData("", null)]
    [InlineData("freja  frivillig", null)]
    [InlineData("Gert Glad", "Gert Glad")]
    public void The_payee_is_another_only_where_the_name_is(string payee, string? other) => PayeeIsNamed.Read(Good with { PayeeName = payee }).ShouldBe(other);

    [Fact]
    public void Every_problem_is_told_in_both_languages()
    {
        foreach (var problem in ClaimRules.Problems(new ClaimForm { SubmissionId = "s", MissingReceipt = true, Phone = "1", PayeeName = "1" }, House))
        {
            problem.Danish.ShouldNotBeNullOrWhiteSpace();
            problem.English.ShouldNotBe(problem.Danish);
        }
    }

    private static IEnumerable<string> Fields(ClaimForm form) => ClaimRules.Problems(form, House).Select(p => p.Field);
}
