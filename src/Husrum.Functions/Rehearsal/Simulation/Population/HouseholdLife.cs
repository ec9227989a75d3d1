using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Families.Office;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>What happens in the household of a friend family once it is approved: somebody moves in or out, the family pauses, is back early, or stops.</summary>
internal static class HouseholdLife
{
    /// <summary>Plans all of it.</summary>
    public static void Plan(Crowd crowd, Chance chance, string family, string department, DateTimeOffset from)
    {
        if (chance.Happens(0.4, "moves in", family))
        {
            var at = from + chance.Between(TimeSpan.FromDays(5), TimeSpan.FromDays(500), "moves in at", family);
            var form = NewMember(chance, family, WallTime.LocalDate(at));
            async Task MoveInAsync(Stage stage, CancellationToken cancellation) => await stage.Get<FamilyDesk>().MovesInAsync(family, form, await ContactAsync(stage, family, cancellation), cancellation);
            crowd.At(at, MoveInAsync);
            if (chance.Happens(0.2, "moves in twice", family))
                crowd.At(at + TimeSpan.FromSeconds(2), MoveInAsync);
        }

        if (chance.Happens(0.2, "moves out", family))
            crowd.At(from + chance.Between(TimeSpan.FromDays(20), TimeSpan.FromDays(600), "moves out at", family), async (stage, cancellation) => await stage.Get<FamilyDesk>().MovesOutAsync(family, $"member-{2 + chance.Below(3, "who moves out", family)}", await ContactAsync(stage, family, cancellation), cancellation));
        if (chance.Happens(0.3, "pauses", family))
            Pause(crowd, chance, family, department, from + chance.Between(TimeSpan.FromDays(10), TimeSpan.FromDays(400), "pauses at", family));
        if (chance.Happens(0.1, "family stops", family))
            crowd.At(from + chance.Between(TimeSpan.FromDays(60), TimeSpan.FromDays(700), "family stops at", family), async (stage, cancellation) => await stage.Get<FamilyOffice>().StopAsync(family, await StageStaff.CoordinatorAsync(stage, department, cancellation), cancellation));
    }

    private static void Pause(Crowd crowd, Chance chance, string family, string department, DateTimeOffset at)
    {
        var until = WallTime.LocalDate(at).AddDays(10 + chance.Below(80, "pauses for", family));
        crowd.At(at, async (stage, cancellation) => await stage.Get<FamilyDesk>().PauseAsync(family, until, await ContactAsync(stage, family, cancellation), cancellation));
        if (chance.Happens(0.3, "back early", family))
            crowd.At(at + chance.Between(TimeSpan.FromHours(1), TimeSpan.FromDays(9), "back early at", family), async (stage, cancellation) => await stage.Get<FamilyOffice>().ResumeAsync(family, await StageStaff.CoordinatorAsync(stage, department, cancellation), cancellation));
    }

    // a baby, somebody who soon turns 13, 15 or 18, or a grown-up
    private static MemberForm NewMember(Chance chance, string family, DateOnly today)
    {
        var years = chance.Below(30, "new member's age", family);
        return new MemberForm
        {
            Name = "Kim Skovgaard",
            BirthDate = Yes.Date(today.AddYears(-years).AddDays(-chance.Below(360, "new member's day", family))),
            Role = years >= 18 ? "adult" : "child",
            Email = years >= 15 && chance.Happens(0.5, "new member's mail", family) ? $"kim.{family}@post.example" : "",
        };
    }

    private static async Task<string> ContactAsync(Stage stage, string family, CancellationToken cancellation) =>
        (await stage.Get<CaseBook<FriendFamily>>().GetAsync(family, cancellation))?.Value.PersonId ?? "";
}
