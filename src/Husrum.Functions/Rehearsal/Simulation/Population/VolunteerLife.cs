using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Farewell;
using Husrum.Core.Volunteers.Intake;
using Husrum.Core.Volunteers.Leave;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>Volunteers: they apply, and once they are welcome some go on leave, some fall ill, some stop.</summary>
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

        crowd.OnWelcome = (person, now) => Live(crowd, chance, person, now);
    }

    private static void Live(Crowd crowd, Chance chance, string person, DateTimeOffset now)
    {
        if (chance.Happens(0.25, "leave", person))
        {
            var at = now + chance.Between(TimeSpan.FromDays(20), TimeSpan.FromDays(300), "leave at", person);
            var today = WallTime.LocalDate(at);
            crowd.At(at, (stage, cancellation) => stage.Get<LeaveDesk>().AskAsync(Page(stage, person), Yes.Date(today.AddDays(3)), Yes.Date(today.AddDays(40 + chance.Below(130, "leave days", person))), cancellation));
        }

        if (chance.Happens(0.2, "farewell", person))
        {
            var at = now + chance.Between(TimeSpan.FromDays(40), TimeSpan.FromDays(600), "farewell at", person);
            crowd.At(at, (stage, cancellation) => stage.Get<FarewellDesk>().AskAsync(Page(stage, person), Yes.Date(WallTime.LocalDate(at).AddDays(chance.Below(40, "last day", person))), cancellation));
        }
    }

    private static string Page(Stage stage, string person) => stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(person));

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
