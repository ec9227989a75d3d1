using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Worries;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>Years of children with friend families: begun over the time, and lived: visits are moved and called off, days changed, people fall ill, worry, and some stop early.</summary>
internal static class FamilyLife
{
    /// <summary>Plans all of them.</summary>
    public static void Plan(Crowd crowd, Chance chance, SimulationOptions options, Organisation organisation, DateTimeOffset begins)
    {
        var span = TimeSpan.FromDays(options.Days * 0.6);
        for (var i = 0; i < options.Families; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            var at = WallTime.ToUtc(WallTime.LocalDate(begins + chance.Between(TimeSpan.FromDays(1), span, "course", name)), new TimeOnly(16, 0));
            crowd.At(at, (stage, cancellation) => BeginAsync(stage, chance, name, organisation, cancellation));
            Live(crowd, chance, name, at);
        }
    }

    private static void Live(Crowd crowd, Chance chance, string name, DateTimeOffset from)
    {
        for (var i = 0; i < 8; i++)
        {
            string[] what = [name, i.ToString(CultureInfo.InvariantCulture)];
            var side = chance.Happens(0.5, ["side", .. what]) ? "child" : "family";
            crowd.At(from + chance.Between(TimeSpan.FromDays(2), TimeSpan.FromDays(350), ["changes", .. what]), (stage, cancellation) => ChangeAsync(stage, chance, name, side, what, cancellation));
        }

        if (chance.Happens(0.15, "stops", name))
            crowd.At(from + chance.Between(TimeSpan.FromDays(30), TimeSpan.FromDays(330), "stops at", name), (stage, cancellation) => stage.Get<CourseDesk>().StopAsync(Token(stage, name, chance.Happens(0.5, "who stops", name) ? "child" : "family"), "", cancellation));
        if (chance.Happens(0.04, "consent", name))
            crowd.At(from + chance.Between(TimeSpan.FromDays(10), TimeSpan.FromDays(330), "consent at", name), (stage, cancellation) => stage.Get<CourseDesk>().WithdrawConsentAsync(Token(stage, name, "child"), cancellation));
        if (chance.Happens(0.1, "worry", name))
            crowd.At(from + chance.Between(TimeSpan.FromDays(10), TimeSpan.FromDays(330), "worry at", name), (stage, cancellation) => stage.Get<WorryDesk>().TellAsync(Token(stage, name, "family"), "Wellbeing", chance.Happens(0.3, "notified", name) ? "ByUs" : "None", cancellation));
    }

    private static async Task ChangeAsync(Stage stage, Chance chance, string name, string side, string[] what, CancellationToken cancellation)
    {
        var (desk, token) = (stage.Get<CourseDesk>(), Token(stage, name, side));
        if (await desk.ViewAsync(token, cancellation) is not { Picture.Next: { } next, Course: { Pauses: not [.., { IsOver: false }] } })
            return;
        var today = WallTime.LocalDate(stage.Now);
        switch (chance.Of(["what", .. what]))
        {
            case < 0.45:
                var day = next.Week.AddDays(chance.Below(7, ["moved to", .. what]));
                await desk.MoveAsync(token, Iso(next.Week), Iso(day), chance.Happens(0.5, ["at", .. what]) ? "14:30" : "16:00", cancellation);
                break;
            case < 0.7:
                await desk.CallOffAsync(token, Iso(next.Week), cancellation);
                break;
            case < 0.85:
                await desk.ChangeDayAsync(token, ((DayOfWeek)chance.Below(7, ["day", .. what])).ToString(), "15:30", "18:30", cancellation);
                break;
            default:
                var until = chance.Happens(0.7, ["until", .. what]) ? Iso(today.AddDays(3 + chance.Below(25, ["ill", .. what]))) : "";
                await desk.RestAsync(token, PauseReason.Illness, Iso(today.AddDays(chance.Below(5, ["from", .. what]))), until, cancellation);
                break;
        }
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
            Id = IdOf(name),
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

    private static string Token(Stage stage, string name, string side)
    {
        var address = (side == "child" ? "guardian-1." : "member-1.") + name + "@post.example";
        var person = stage.Get<PersonDirectory>().FindByEmailAsync(address).GetAwaiter().GetResult() ?? "";
        return stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(IdOf(name), person));
    }

    private static string IdOf(string name) => "c-" + Ids.Derive("simulated-course", name);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
