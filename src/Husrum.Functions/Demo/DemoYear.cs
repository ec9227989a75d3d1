using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Functions.Demo;

/// <summary>A child's year with a friend family in the rehearsal, some weeks in. It is put there as it stands: the way there would take longer than the rehearsal's history.</summary>
internal sealed class DemoYear(CaseBook<FamilyCourse> book, PersonDirectory people, IRegister register, TimeProvider time, DateTimeOffset begins)
{
    /// <summary>The year.</summary>
    public static string Id { get; } = "c-" + Ids.Derive("demo-year", "noor");

    private const int WeeksIn = 11;

    public async Task BeginAsync()
    {
        var (today, now) = (WallTime.LocalDate(begins), time.GetUtcNow());
        var started = today.AddDays(-7 * WeeksIn);
        var monday = started.AddDays(-(((int)started.DayOfWeek + 6) % 7));
        var agreement = new Agreement(monday.AddDays(7), today.DayOfWeek, new TimeOnly(15, 0), new TimeOnly(18, 0));
        VisitState[] states = [VisitState.Met, VisitState.Met, VisitState.NotMet, VisitState.Met, VisitState.Met, VisitState.Off, VisitState.Met, VisitState.Met, VisitState.Unheard, VisitState.Met];
        var child = "p-" + Ids.Derive("demo-child", "noor");
        await register.CommitAsync(new RegisterBatch(Partitions.Person(child)).Put(Person.Row, new Person { Id = child, Name = "Noor", Language = "da" }));
        await register.CommitAsync(book.Insert(
            new FamilyCourse
            {
                Id = Id,
                DepartmentId = "aarhus",
                PersonId = child,
                Created = now,
                Parties =
                [
                    new("guardian-1", Sides.Child, await people.FindOrCreateByEmailAsync("amina@post.example", "Amina Said", "en")),
                    new("member-1", Sides.Family, await people.FindOrCreateByEmailAsync("ida@post.example", "Ida Skovgaard", "da")),
                    new("member-2", Sides.Family, await people.FindOrCreateByEmailAsync("jonas@post.example", "Jonas Skovgaard", "da", "+4520607080")),
                    new("referrer", Sides.Referrer, await people.FindOrCreateByEmailAsync("henviser@kommune.example", "Torben Lillelund", "da")),
                ],
                ReferralId = "r-demo",
                FamilyId = "f-demo",
                StartedOn = started,
                MunicipalityId = "koebenhavn",
                Agreements = [agreement],
                Visits = [.. states.Select((state, week) => Visit(agreement, week, state))],
                FirstVisitTalked = true,
            },
            "started")); // a conflict means that it is there already
    }

    private static Visit Visit(Agreement agreement, int week, VisitState state)
    {
        var monday = agreement.Since.AddDays(7 * week);
        return new Visit(monday, monday.AddDays(((int)agreement.Day + 6) % 7), agreement.From, agreement.Until, state);
    }
}
