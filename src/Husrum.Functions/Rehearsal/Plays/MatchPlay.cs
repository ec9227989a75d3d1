using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Matching;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal.People;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>A proposal of a friend family to a child, from the proposal to the first meeting. The approval of the family and the child's consents come before the curtain rises.</summary>
internal sealed class MatchPlay : Play
{
    private const string FamilySaysNo = "family-says-no";
    private const string ParentsSayNo = "parents-say-no";
    private const string OtherTimes = "no-time-suits";
    private const string NoMatch = "no-match";

    public override string Name => "match";

    public override IReadOnlyList<string> Aliases => ["forslag", "proposal"];

    public override Bilingual Title => new("Et match", "A match");

    public override int DaysBefore => 60;

    public override bool IsYear => true;

    public override int Months => 1;

    public override IReadOnlyList<WhatIfSpec> WhatIfs { get; } =
    [
        new(FamilySaysNo, new("Familien siger nej tak til forslaget", "The family declines the proposal")),
        new(ParentsSayNo, new("Forældrene siger nej tak til forslaget", "The parents decline the proposal")),
        new(OtherTimes, new("Ingen af de første tider passer", "None of the first times suits")),
        new(NoMatch, new("Det første møde bliver holdt, og det bliver ikke til et forløb", "The first meeting is held, and it comes to nothing")),
        NobodyAnswers,
    ];

    public override IReadOnlyDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        ["proposed"] = "M2",
        ["hto-match"] = "M2",
        ["hto-match-off"] = "M3",
        ["hto-match-ask"] = "M3",
        ["hto-match-offer"] = "M3",
        ["hto-match-times"] = "M3",
        ["hto-match-time"] = "M3",
        ["hto-match-booked"] = "M3",
        ["hto-match-referrer"] = "M4",
        ["hto-match-met"] = "M5",
        ["hto-started"] = "M5",
        ["started"] = "M7",
        ["hto-visit-reminder"] = "Y4",
        ["visit"] = "Y1",
        ["hto-first-call"] = "M8",
    };

    public override Bilingual? Missing(Organisation organisation) => HjemTilOsNeeds.Missing(organisation);

    public override async Task BeginAsync(Production production, CancellationToken cancellation)
    {
        var (request, stage, department) = (production.Request, production.Stage, production.Organisation.HjemTilOs!.Departments[0]);
        var family = await stage.Get<FamilyIntake>().SubmitAsync(HjemTilOsForms.Family(department, request.Start, request.Language), cancellation);
        var referral = await stage.Get<ReferralIntake>().SubmitAsync(HjemTilOsForms.Referral(department, request.Start, request.Language), cancellation);
        await production.BeforeAsync(Production.AllGoesWell(), cancellation);
        production.RaiseCurtain();
        var proposed = family is CaseIntakeResult.Accepted home && referral is CaseIntakeResult.Accepted child
            ? await stage.Get<MatchDesk>().ProposeAsync(await StageStaff.CoordinatorAsync(stage, department, cancellation), child.Id, home.Id, "En pige på 7, der gerne vil bage.", "To voksne og en pige på 6.", cancellation)
            : null;
        if (proposed is not ProposeResult.Proposed)
            throw new InvalidOperationException("The rehearsal's family and child cannot be proposed to one another.");
        production.Script = production.Has(NobodyAnswers.Name) ? new Script() : Answers(production, request);
    }

    private static Script Answers(Production production, RehearsalRequest request)
    {
        var script = Production.AllGoesWell().On("hto-match-met", situation => production.Has(NoMatch)
            ? new("no-match")
            : new(request.Weekday.ToString().ToLowerInvariant(), ("from", "15.00"), ("until", "18.00")));
        if (production.Has(FamilySaysNo))
            script.On("hto-match-ask--family", _ => new("no"), TimeSpan.FromHours(3));
        if (production.Has(ParentsSayNo))
            script.On("hto-match-ask--child", _ => new("no"), TimeSpan.FromHours(3));
        if (production.Has(OtherTimes))
        {
            var asked = 0;
            script.On("hto-match-time", situation => asked++ == 0 ? new("others") : situation.First, TimeSpan.FromHours(3));
        }

        return script;
    }
}
