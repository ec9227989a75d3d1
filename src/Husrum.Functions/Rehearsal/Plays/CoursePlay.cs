using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal.People;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>A year of Hjem til Os, from the first meeting to the farewell.</summary>
internal sealed class CoursePlay : Play
{
    private const string FamilyEnds = "family-ends-at";
    private const string FamilySaysNo = "family-says-no";
    private const string ParentsSayNo = "parents-say-no";
    private const string PauseWord = "pause";
    private const string ConsentWithdrawn = "consent-withdrawn";
    private const string NotMet = "visits-fail";

    // whoever wants to stop says so a while ahead
    private const int DaysOfNotice = 14;

    public override string Name => "hjem-til-os";

    public override IReadOnlyList<string> Aliases => ["course", "forloeb", "forlob", "venskab", "aar", "ar"];

    public override Bilingual Title => new("Hjem til Os: et år", "Hjem til Os: a year");

    public override bool IsYear => true;

    public override TimeOnly BeginsAt => new(16, 0);

    public override int Months => 16;

    public override int MonthsUnanswered => 16;

    public override IReadOnlyList<WhatIfSpec> WhatIfs { get; } =
    [
        new(FamilyEnds, new("Familien stopper før tid: ekstra børnebesøg, og barnet ønsker en ny familie", "The family stops early: an extra child visit, and the child wishes another family"), WhatIfDates.Day),
        new(FamilySaysNo, new("Familien siger nej ved 10 måneder", "The family says no at ten months")),
        new(ParentsSayNo, new("Forældrene siger nej ved 10 måneder, efter at familien har sagt ja", "The parents say no at ten months, after the family said yes")),
        new(PauseWord, new("Besøgene holder pause", "Visits pause"), WhatIfDates.Period),
        new(ConsentWithdrawn, new("Et samtykke bliver trukket tilbage", "A consent is withdrawn"), WhatIfDates.Day),
        new(NotMet, new("Besøgene bliver ikke til noget", "Visits do not take place")),
        NobodyAnswers,
    ];

    public override IReadOnlyDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        ["started"] = "M7",
        ["hto-started"] = "M5",
        ["visit"] = "Y1",
        ["hto-visit-reminder"] = "Y4",
        ["hto-visit-moved"] = "Y4",
        ["hto-visit-off"] = "Y4",
        ["hto-visits-off"] = "Y4",
        ["hto-day-changed"] = "Y4",
        ["hto-first-call"] = "M8",
        ["hto-glad"] = "F7",
        ["hto-glad-talk"] = "F7",
        ["three-months"] = "Y2",
        ["hto-three-months"] = "Y2",
        ["child-visit"] = "Y11",
        ["hto-childvisit-offer"] = "Y11",
        ["hto-childvisit-book"] = "Y11",
        ["hto-childvisit-held"] = "Y11",
        ["future"] = "Y12",
        ["hto-future"] = "Y12",
        ["hto-future-wish"] = "Y13",
        ["hto-future-text"] = "Y12",
        ["hto-future-confirm"] = "Y14",
        ["hto-future-agreed"] = "Y14",
        ["over"] = "Y15",
        ["hto-farewell-family"] = "Y15",
        ["hto-farewell-child"] = "Y15",
        ["Closed"] = "Y16",
        ["ends"] = "Y17",
        ["Ending"] = "Y17",
        ["hto-ending"] = "Y17",
        ["hto-extravisit-offer"] = "Y17",
        ["hto-extravisit-book"] = "Y17",
        ["hto-extravisit-held"] = "Y18",
        ["hto-future-call-family"] = "Y13",
        ["hto-future-call-child"] = "Y12",
        ["hto-ended-referrer"] = "R11",
    };

    public override Bilingual? Missing(Organisation organisation) => HjemTilOsNeeds.Missing(organisation);

    public override async Task BeginAsync(Production production, CancellationToken cancellation)
    {
        var (request, stage) = (production.Request, production.Stage);
        production.RaiseCurtain();
        var plan = new CoursePlan("year", production.Organisation.HjemTilOs!.Departments[0], request.Municipality?.Id ?? "", request.Start, request.Weekday, request.Language);
        var id = await CoursePeople.BeginAsync(stage, plan, cancellation);
        production.Script = production.Has(NobodyAnswers.Name) ? new Script() : CoursePeople.Script();
        if (production.Has(FamilySaysNo))
            production.Script.On("hto-future-wish--family", "stop");
        if (production.Has(ParentsSayNo))
            production.Script.On("hto-future-wish--child", "stop");
        if (production.Has(NotMet))
            production.Script.On("hto-met", "not-met");
        if (production.If(FamilyEnds) is { On: { } last })
        {
            var told = last.AddDays(-DaysOfNotice) > request.Start ? last.AddDays(-DaysOfNotice) : request.Start.AddDays(1);
            production.Do(told < last ? told : last, new(10, 0), async c => Expect(await Desk().StopAsync(await TokenAsync(CoursePeople.Family), Yes.Date(last), c)));
        }

        if (production.If(PauseWord) is { On: { } from, Until: { } until })
            production.Do(from, new(8, 30), async c => Expect(await Desk().RestAsync(await TokenAsync(CoursePeople.ChildSide), PauseReason.Illness, Yes.Date(from), Yes.Date(until), c)));
        if (production.If(ConsentWithdrawn) is { On: { } day })
        {
            production.Script.On("hto-resume", "stop");
            production.Do(day, new(10, 0), async c => Expect(await Desk().WithdrawConsentAsync(await TokenAsync(CoursePeople.OtherGuardian), c)));
        }

        CourseDesk Desk() => stage.Get<CourseDesk>();
        async Task<string> TokenAsync(string party)
        {
            var course = (await stage.Get<CaseBook<FamilyCourse>>().GetAsync(id, cancellation))!.Value;
            return new Hands(stage).StatusToken(course, course.Parties.First(p => p.Id == party).PersonId);
        }
    }

    // a day of the year's that the program does not take is for whoever asked, and not a fault
    private static void Expect(CourseResult result)
    {
        if (result is CourseResult.Refused refused)
            throw new RehearsalException(refused.Why);
    }
}
