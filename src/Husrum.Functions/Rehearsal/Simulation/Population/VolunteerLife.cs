using System.Globalization;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Volunteers.Intake;
using Husrum.Core.Volunteers.Recruitment;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>People who would like to be volunteers: they apply, some of them twice. Now and then the leader asks who would like to do more.</summary>
internal static class VolunteerLife
{
    /// <summary>Plans the applications, and what follows once somebody is welcome.</summary>
    public static void Plan(Crowd crowd, Chance chance, SimulationOptions options, Organisation organisation, DateTimeOffset begins)
    {
        var span = TimeSpan.FromDays(options.Days * 0.7);
        for (var i = 0; i < options.Volunteers; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            var form = Form(chance, name, organisation);
            Task ApplyAsync(Stage stage, CancellationToken cancellation) => stage.Get<ApplicationIntake>().SubmitAsync(form, cancellation);
            var at = begins + chance.Between(TimeSpan.FromHours(1), span, "applies", name);
            crowd.At(at, ApplyAsync);
            if (chance.Happens(0.05, "applies twice", name))
                crowd.At(at + TimeSpan.FromSeconds(2), ApplyAsync);
        }

        string[] functions = [.. organisation.Volunteering!.Functions.Select(function => function.Id)];
        crowd.OnWelcome = (person, now) =>
        {
            WorkingLife.Plan(crowd, chance, functions, person, now);
            ContactLife.Plan(crowd, chance, person, now);
        };
        for (var i = 0; 100 + (i * 120) < options.Days; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            Ask(crowd, chance, name, organisation.Departments[chance.Below(organisation.Departments.Count, "asks in", name)].Id, functions[chance.Below(functions.Length, "asks for", name)], begins.AddDays(100 + (i * 120)));
        }
    }

    private static void Ask(Crowd crowd, Chance chance, string name, string department, string function, DateTimeOffset at)
    {
        async Task AskAsync(Stage stage, CancellationToken cancellation) => await stage.Get<RecruitmentDesk>().AskAsync(new SignedInStaff(await StageStaff.LeaderAsync(stage, cancellation), "", [StaffRole.Leader], []), department, function, cancellation);
        crowd.At(at, AskAsync);
        if (chance.Happens(0.3, "asks twice", name))
            crowd.At(at.AddSeconds(3), AskAsync);
    }

    private static ApplicationForm Form(Chance chance, string name, Organisation organisation)
    {
        var functions = organisation.Volunteering!.Functions;
        return new ApplicationForm
        {
            SubmissionId = "simulated-" + name,
            Department = organisation.Departments[chance.Below(organisation.Departments.Count, "volunteer department", name)].Id,
            Name = $"Frivillig Nummer {name}",
            Email = $"frivillig.{name}@post.example",
            Phone = chance.Happens(0.7, "phone", name) ? "+45" + (20_000_000 + int.Parse(name, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture) : "",
            Functions = [functions[chance.Below(functions.Count, "function", name)].Id],
            BirthDate = $"19{70 + chance.Below(25, "born", name):00}-05-17",
            Motivation = "Jeg vil gerne give noget videre.",
        };
    }
}
