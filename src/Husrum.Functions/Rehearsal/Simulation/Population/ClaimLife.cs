using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Links;
using Husrum.Core.Refunds.Intake;
using Husrum.Core.Refunds.Payments;
using Husrum.Core.Refunds.Views;
using Husrum.Core.Register;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>Expense claims: sent over the years, sometimes twice at once, sometimes taken back; paid by the treasurer on Fridays.</summary>
internal static class ClaimLife
{
    /// <summary>Plans all of them.</summary>
    public static void Plan(Crowd crowd, Chance chance, SimulationOptions options, IReadOnlyList<string> departments, DateTimeOffset begins)
    {
        var span = TimeSpan.FromDays(options.Days);
        for (var i = 0; i < options.Claims; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            var at = begins + chance.Between(TimeSpan.FromHours(1), span, "claim", name);
            var department = departments[chance.Below(departments.Count, "claim department", name)];
            Task SendAsync(Stage stage, CancellationToken cancellation) => stage.Get<ClaimIntake>().SubmitAsync(Form(chance, name, department, WallTime.LocalDate(at)), cancellation);
            crowd.At(at, SendAsync);
            if (chance.Happens(0.05, "claim twice", name))
                crowd.At(at + TimeSpan.FromSeconds(1), SendAsync);
            if (chance.Happens(0.03, "claim withdrawn", name))
                crowd.At(at + chance.Between(TimeSpan.FromMinutes(5), TimeSpan.FromDays(9), "withdrawn", name), (stage, cancellation) => stage.Get<ClaimStatus>().WithdrawAsync(stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, Ids.Derive("status", IdOf(name))), cancellation));
        }

        for (var friday = 1; friday * 7 < options.Days; friday++)
            PayOn(crowd, chance, friday, begins.AddDays((7 * friday) + 4));
    }

    private static void PayOn(Crowd crowd, Chance chance, int week, DateTimeOffset at)
    {
        var name = "week-" + week.ToString(CultureInfo.InvariantCulture);
        crowd.At(at, async (stage, cancellation) =>
        {
            var treasurer = await StageStaff.TreasurerAsync(stage, cancellation);
            if (await stage.Get<PaymentLists>().CreateAsync(name, treasurer, cancellation) is not { } list || chance.Happens(0.1, "not paid", name))
                return; // on holiday: paid with the next list
            await stage.Get<PaymentLists>().MarkPaidAsync(list, null, treasurer, cancellation);
            if (chance.Happens(0.1, "taken back", name) && await stage.Get<PaymentLists>().GetAsync(list, cancellation) is { Lines: [var first, ..] })
                await stage.Get<PaymentLists>().TakeBackAsync(first.Claim.Id, "Banken afviste kontoen.", treasurer, cancellation);
        });
    }

    private static string IdOf(string name) => Ids.Claim("simulated-" + name);

    private static ClaimForm Form(Chance chance, string name, string department, DateOnly today) => new()
    {
        SubmissionId = "simulated-" + name,
        Department = department,
        Name = $"Udlægger Nummer {name}",
        Email = $"udlaeg.{chance.Below(400, "claimant", name)}@post.example",
        Purpose = "Snacks til samtalegruppen",
        ActivityDate = today.AddDays(-1 - chance.Below(30, "activity", name)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Lines = [new ClaimFormLine("Frugt og kiks", chance.Happens(0.1, "much", name) ? "2450,00" : (20 + chance.Below(600, "amount", name)).ToString(CultureInfo.InvariantCulture))],
        MissingReceipt = true,
        MissingReceiptStatement = "Kvitteringen blev væk på vejen hjem.",
        RegistrationNumber = "0040",
        AccountNumber = "0440116243",
    };
}
