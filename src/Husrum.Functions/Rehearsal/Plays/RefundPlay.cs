using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Documents;
using Husrum.Core.Language;
using Husrum.Core.Refunds;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Views;
using Husrum.Functions.Demo;
using Husrum.Functions.Rehearsal.People;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>A volunteer's claim for a refund, from the form to the money.</summary>
internal sealed class RefundPlay : Play
{
    private const string Over = "over-limit";
    private const string Returned = "returned";
    private const string NotCompleted = "returned-not-completed";
    private const string Rejected = "rejected";
    private const string Withdrawn = "withdrawn";
    private const int WeeksOfPayments = 8;

    public override string Name => "refund";

    public override IReadOnlyList<string> Aliases => ["refusion", "udlaeg", "udlag", "expense"];

    public override Bilingual Title => new("Et udlæg", "A refund");

    public override int Months => 4;

    public override IReadOnlyList<WhatIfSpec> WhatIfs { get; } =
    [
        new(Over, new("Beløbet er over grænsen og skal godkendes af to", "The amount is above the limit and needs two approvals")),
        new(Returned, new("Udlægget bliver sendt tilbage, og den frivillige sender det igen", "The claim is sent back, and the volunteer sends it again")),
        new(NotCompleted, new("Udlægget bliver sendt tilbage, og den frivillige svarer ikke", "The claim is sent back, and the volunteer does not answer")),
        new(Rejected, new("Koordinatoren afviser udlægget", "The coordinator turns the claim down")),
        new(Withdrawn, new("Den frivillige trækker udlægget tilbage", "The volunteer withdraws the claim")),
        NobodyAnswers,
    ];

    public override IReadOnlyDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        ["received"] = "X2",
        ["Received"] = "X2",
        ["refund-received"] = "X2",
        ["asked"] = "X2",
        ["AwaitingApproval"] = "X2",
        ["refund-approve"] = "X2",
        ["returned"] = "X3",
        ["Returned"] = "X3",
        ["refund-returned"] = "X3",
        ["asked-to-complete"] = "X3",
        ["refund-complete"] = "X3",
        ["completed"] = "X3",
        ["Lapsed"] = "X3",
        ["refund-lapsed"] = "X3",
        ["approved"] = "X1",
        ["Approved"] = "X1",
        ["refund-approved"] = "X1",
        ["listed"] = "X1",
        ["OnPaymentList"] = "X1",
        ["paid"] = "X1",
        ["Paid"] = "X1",
        ["refund-paid"] = "X1",
    };

    public override async Task BeginAsync(Production production, CancellationToken cancellation)
    {
        var (request, stage) = (production.Request, production.Stage);
        production.RaiseCurtain();
        var line = production.Has(Over)
            ? new ClaimFormLine("Bus til stranden", (production.Organisation.Limits.SecondApprovalKr + 450).ToString(CultureInfo.InvariantCulture))
            : new ClaimFormLine("Frugt, kaffe og kage", "268,25");
        await stage.Get<IDocumentStore>().PutAsync(DemoReceipts.Groceries, cancellation);
        var form = new ClaimForm
        {
            SubmissionId = "rehearsal",
            Department = production.Organisation.Departments[0].Id,
            Name = "Freja Holstad",
            Email = "freja@post.example",
            Purpose = "Fællesspisning",
            ActivityDate = Yes.Date(request.Start.AddDays(-2)),
            RegistrationNumber = "0400",
            AccountNumber = "20304050",
            Lines = [line],
            ReceiptIds = [DemoReceipts.Groceries.Sha256],
            Language = request.Language,
        };
        if (await stage.Get<ClaimIntake>().SubmitAsync(form, cancellation) is not IntakeResult.Accepted sent)
            throw new InvalidOperationException("The rehearsal's claim does not keep the form's rules.");
        production.Script = production.Has(NobodyAnswers.Name) ? new Script() : Answers(production);
        if (production.Has(Withdrawn))
        {
            production.Script.Never("refund-approve");
            production.Do(request.Start.AddDays(1), new(10, 0), c => stage.Get<ClaimStatus>().WithdrawAsync(Uri.UnescapeDataString(sent.StatusPath[(sent.StatusPath.IndexOf("t=", StringComparison.Ordinal) + 2)..]), c));
        }

        if (!production.Has(NobodyAnswers.Name))
            PayOnFridays(production);
    }

    private static Script Answers(Production production)
    {
        Reply Approve(Situation situation)
        {
            var claim = situation.Register.GetAsync<ExpenseClaim>(situation.Question.Partition, ExpenseClaim.Row).GetAwaiter().GetResult()!.Value;
            return production switch
            {
                _ when production.Has(Rejected) => new("reject", ("reason", "Det betaler vi af en anden pulje. Skriv til mig, så hjælper jeg.")),
                _ when claim.Round == 1 && (production.Has(Returned) || production.Has(NotCompleted)) => new("return", ("reason", "Tak! Kan du skrive, hvor mange I var?")),
                _ => new("approve", ("amount", claim.Total.Plain)),
            };
        }

        var script = Production.AllGoesWell().On("refund-approve", Approve, TimeSpan.FromHours(22)).On("refund-second", Approve, TimeSpan.FromHours(22));
        return production.Has(NotCompleted) ? script.Never("refund-complete")
            : script.On("refund-complete", _ => new("completed", ("purpose", "Fællesspisning for 14")), TimeSpan.FromHours(22));
    }

    // a list of what is approved on Friday morning, and the bank an hour later
    private static void PayOnFridays(Production production)
    {
        var stage = production.Stage;
        var friday = production.Request.Start.AddDays(((int)DayOfWeek.Friday - (int)production.Request.Start.DayOfWeek + 7) % 7);
        for (var week = 0; week < WeeksOfPayments; week++)
        {
            var (number, day) = (week, Weekdays.OnOrAfter(friday.AddDays(7 * week)));
            production.Do(day, new(11, 0), async c =>
            {
                if ((await stage.Get<PaymentLists>().ApprovedAsync(c)).Count > 0)
                    await stage.Get<PaymentLists>().CreateAsync(FormattableString.Invariant($"rehearsal-{number}"), await StageStaff.TreasurerAsync(stage, c), c);
            });
            production.Do(day, new(12, 0), async c =>
            {
                foreach (var list in await stage.Get<PaymentLists>().AllAsync(c))
                    await stage.Get<PaymentLists>().MarkPaidAsync(list.Id, null, await StageStaff.TreasurerAsync(stage, c), c);
            });
        }
    }
}
