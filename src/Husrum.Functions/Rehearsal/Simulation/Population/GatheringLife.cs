using Husrum.Core.Calendar;
using Husrum.Core.Gatherings;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>Meetings: each department's volunteers once a quarter, friend families every other month; some are moved, some called off.</summary>
internal static class GatheringLife
{
    /// <summary>Plans all of them.</summary>
    public static void Plan(Crowd crowd, Chance chance, SimulationOptions options, Organisation organisation, DateTimeOffset begins)
    {
        for (var quarter = 0; (quarter * 91) + 60 < options.Days; quarter++)
        {
            foreach (var department in organisation.Departments)
                Plan(crowd, chance, department.Id, GatheringKind.VolunteerMeeting, "volunteers", $"{department.Id}-{quarter}", begins.AddDays((quarter * 91) + 20));
        }

        for (var month = 1; (month * 61) + 30 < options.Days; month++)
            Plan(crowd, chance, organisation.HjemTilOs!.Departments[0], GatheringKind.Sparring, "families", $"sparring-{month}", begins.AddDays(month * 61));
    }

    private static void Plan(Crowd crowd, Chance chance, string department, GatheringKind kind, string audience, string name, DateTimeOffset at)
    {
        string? id = null;
        crowd.At(at, async (stage, cancellation) =>
        {
            var audiences = stage.Get<GatheringPlanner>().Audiences;
            var offered = audiences.FirstOrDefault(a => a.Name == audience) ?? audiences.FirstOrDefault(a => a.Name != "volunteers");
            if (offered is not null)
                (id, _) = await stage.Get<GatheringPlanner>().PlanAsync(await CoordinatorAsync(stage, department, cancellation), Form(department, kind, offered.Name, name, WallTime.LocalDate(at).AddDays(25)), cancellation);
        });
        if (chance.Happens(0.15, "gathering moved", name))
            crowd.At(at.AddDays(8), async (stage, cancellation) => _ = id is null ? null : await stage.Get<GatheringPlanner>().MoveAsync(await CoordinatorAsync(stage, department, cancellation), id, Form(department, kind, audience, name, WallTime.LocalDate(at).AddDays(32)), cancellation));
        else if (chance.Happens(0.1, "gathering cancelled", name))
            crowd.At(at.AddDays(12), async (stage, cancellation) => _ = id is not null && await stage.Get<GatheringPlanner>().CancelAsync(await CoordinatorAsync(stage, department, cancellation), id, cancellation));
    }

    private static async Task<SignedInStaff> CoordinatorAsync(Stage stage, string department, CancellationToken cancellation) =>
        new(await StageStaff.CoordinatorAsync(stage, department, cancellation), "", [StaffRole.Coordinator], [department]);

    private static GatheringForm Form(string department, GatheringKind kind, string audience, string name, DateOnly day) => new()
    {
        SubmissionId = "simulated-" + name,
        Department = department,
        Kind = kind.ToString(),
        Audience = audience,
        Date = Yes.Date(day),
        From = "17:00",
        Until = "20:00",
        Place = "Frivilligcentret",
    };
}
