using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>Children with friend families, over the time: some come by the forms (<see cref="MatchLife"/>), and some years are begun at once, as those are that an organisation brings along.</summary>
internal static class FamilyLife
{
    private const double ByForms = 0.35;

    /// <summary>Plans all of them.</summary>
    public static void Plan(Crowd crowd, Chance chance, SimulationOptions options, Organisation organisation, DateTimeOffset begins)
    {
        crowd.OnCourse = (course, now) => CourseLife.Plan(crowd, chance, course, now);
        crowd.OnFriendFamily = (family, now) => HouseholdLife.Plan(crowd, chance, family.Id, family.DepartmentId, now);
        var span = TimeSpan.FromDays(options.Days * 0.6);
        for (var i = 0; i < options.Families; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            var at = WallTime.ToUtc(WallTime.LocalDate(begins + chance.Between(TimeSpan.FromDays(1), span, "course", name)), new TimeOnly(16, 0));
            if (chance.Happens(ByForms, "by forms", name))
                MatchLife.PlanForms(crowd, chance, name, organisation, at);
            else
                crowd.At(at, (stage, cancellation) => BeginAsync(stage, chance, name, organisation, cancellation));
        }

        MatchLife.PlanProposals(crowd, organisation, begins, options.Days);
    }

    private static async Task BeginAsync(Stage stage, Chance chance, string name, Organisation organisation, CancellationToken cancellation)
    {
        var (people, book) = (stage.Get<PersonDirectory>(), stage.Get<CaseBook<FamilyCourse>>());
        var child = "p-" + Ids.Derive("simulated-child", name);
        await stage.Register.CommitAsync(new RegisterBatch(Partitions.Person(child)).Put(Person.Row, new Person { Id = child, Name = "Noor", Language = "da" }), cancellation);
        async Task<CaseParty> PartyAsync(string id, string side, int number, bool phone) => new(id, side, await people.FindOrCreateByEmailAsync(
            $"{id}.{name}@post.example", $"{side} Nummer {name}", chance.Happens(0.2, "language", id, name) ? "en" : "da", phone ? "+45" + (30_000_000 + (1000 * number) + int.Parse(name, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture) : null, cancellation));
        CaseParty[] parties =
        [
            await PartyAsync("guardian-1", Sides.Child, 1, chance.Happens(0.8, "phone", "child", name)),
            await PartyAsync("guardian-2", Sides.Guardian, 2, false),
            await PartyAsync("member-1", Sides.Family, 3, chance.Happens(0.8, "phone", "family", name)),
            await PartyAsync("member-2", Sides.Family, 4, false),
            await PartyAsync("referrer", Sides.Referrer, 5, false),
        ];
        var today = WallTime.LocalDate(stage.Now);
        var from = new TimeOnly(14 + chance.Below(3, "hour", name), 0);
        var course = new FamilyCourse
        {
            Id = "c-" + Ids.Derive("simulated-course", name),
            DepartmentId = organisation.HjemTilOs!.Departments[0],
            PersonId = child,
            Created = stage.Now,
            Parties = parties,
            ReferralId = "r-" + name,
            FamilyId = "f-" + name,
            StartedOn = today,
            MunicipalityId = organisation.HjemTilOs.Municipalities[chance.Below(organisation.HjemTilOs.Municipalities.Count, "municipality", name)].Id,
            Agreements = [new Agreement(today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)), (DayOfWeek)chance.Below(7, "weekday", name), from, from.AddHours(3))],
        };
        await stage.Register.CommitAsync(book.Insert(course, "started"), cancellation);
    }
}
