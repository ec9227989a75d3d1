using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Plays;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>Families who would like to be friend families and children who are referred, from their forms on; and coordinators who look once a week who may suit whom, and propose it.</summary>
internal static class MatchLife
{
    /// <summary>A family fills its form in, and around the same time a child is referred.</summary>
    public static void PlanForms(Crowd crowd, Chance chance, string name, Organisation organisation, DateTimeOffset at)
    {
        var department = organisation.HjemTilOs!.Departments[0];
        var family = Family(chance, name, department, WallTime.LocalDate(at));
        Task ApplyAsync(Stage stage, CancellationToken cancellation) => stage.Get<FamilyIntake>().SubmitAsync(family, cancellation);
        crowd.At(at, ApplyAsync);
        if (chance.Happens(0.05, "family applies twice", name))
            crowd.At(at + TimeSpan.FromSeconds(2), ApplyAsync);
        var referred = at + chance.Between(TimeSpan.FromHours(1), TimeSpan.FromDays(60), "referred", name);
        var referral = Referral(chance, name, department, WallTime.LocalDate(referred));
        crowd.At(referred, (stage, cancellation) => stage.Get<ReferralIntake>().SubmitAsync(referral, cancellation));
    }

    /// <summary>Once a week, in each department with friend families.</summary>
    public static void PlanProposals(Crowd crowd, Organisation organisation, DateTimeOffset begins, int days)
    {
        for (var day = 7; day < days; day += 7)
        {
            foreach (var department in organisation.HjemTilOs!.Departments)
                crowd.At(begins.AddDays(day), (stage, cancellation) => ProposeAsync(stage, department, cancellation));
        }
    }

    // who has waited longest first, each with the best family that is left
    private static async Task ProposeAsync(Stage stage, string department, CancellationToken cancellation)
    {
        var (desk, coordinator) = (stage.Get<MatchDesk>(), await StageStaff.CoordinatorAsync(stage, department, cancellation));
        foreach (var child in (await desk.WaitingAsync(coordinator, cancellation)).Where(child => child.Referral.DepartmentId == department))
        {
            foreach (var suggestion in child.Suggestions)
            {
                if (await desk.ProposeAsync(coordinator, child.Referral.Id, suggestion.Family.Id, "Et barn, der gerne vil være med i en familie.", "En familie med plads til en mere.", cancellation) is ProposeResult.Proposed)
                    break;
            }
        }
    }

    private static FamilyForm Family(Chance chance, string name, string department, DateOnly today)
    {
        var form = HjemTilOsForms.Family(department, today, "da");
        // the child may be one who turns 13, 15 or 18 in the years that are played
        var born = Yes.Date(today.AddYears(-4 - chance.Below(14, "child at home", name)).AddDays(-chance.Below(360, "child's day", name)));
        return form with
        {
            SubmissionId = "simulated-family-" + name,
            Phone = (31_000_000 + int.Parse(name, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
            Members = [.. form.Members.Select((member, index) => member with { Name = $"Venskab Nummer {name} {(char)('A' + index)}", Email = member.Email.Length == 0 ? "" : $"friend-{index}.{name}@post.example", Language = chance.Happens(0.2, "family language", name) ? "en" : "da", BirthDate = member.Role == "child" ? born : member.BirthDate })],
        };
    }

    private static ReferralForm Referral(Chance chance, string name, string department, DateOnly today)
    {
        var form = HjemTilOsForms.Referral(department, today, "da");
        var fields = new Dictionary<string, string>(form.Fields)
        {
            ["childName"] = "Noor Nummer " + name,
            ["referrerEmail"] = $"referrer.{name}@kommune.example",
            ["bbuEmail"] = $"bbu.{name}@kommune.example",
            ["guardian1Email"] = $"parent-1.{name}@post.example",
            ["guardian2Email"] = $"parent-2.{name}@post.example",
            ["strength"] = chance.Happens(0.1, "in doubt", name) ? "unsure" : "yes",
        };
        return form with { SubmissionId = "simulated-referral-" + name, Fields = fields };
    }
}
