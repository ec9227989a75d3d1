using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal.People;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>A child that is referred, from the form to the waiting list.</summary>
internal sealed class ReferralPlay : Play
{
    private const string ConsentMissing = "consent-missing";
    private const string ConsentRefused = "consent-refused";
    private const string Doubt = "in-doubt";
    private const string Rejected = "rejected";
    private const string Withdrawn = "withdrawn";

    public override string Name => "referral";

    public override IReadOnlyList<string> Aliases => ["henvisning"];

    public override Bilingual Title => new("En henvisning", "A referral");

    public override int Months => 13;

    public override IReadOnlyList<WhatIfSpec> WhatIfs { get; } =
    [
        new(ConsentMissing, new("Den ene forælder svarer ikke", "One parent does not answer")),
        new(ConsentRefused, new("Den ene forælder siger nej", "One parent says no")),
        new(Doubt, new("Henviseren er i tvivl om noget, så et menneske ser på det først", "The referrer is in doubt about something, so a human looks first")),
        new(Rejected, new("Henviseren er i tvivl, og henvisningen bliver ikke taget imod", "The referrer is in doubt, and the referral is not taken")),
        new(Withdrawn, new("En forælder trækker sit samtykke tilbage, mens barnet venter", "A parent withdraws the consent while the child waits")),
        NobodyAnswers,
    ];

    public override IReadOnlyDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        ["referral-confirm"] = "R3",
        ["referral-assess"] = "E7",
        ["referral-consent"] = "R4",
        ["referral-missing"] = "R5",
        ["referral-copy"] = "R6",
        ["referral-no"] = "R4",
    };

    public override Bilingual? Missing(Organisation organisation) => HjemTilOsNeeds.Missing(organisation);

    public override async Task BeginAsync(Production production, CancellationToken cancellation)
    {
        var (request, stage) = (production.Request, production.Stage);
        production.RaiseCurtain();
        var form = HjemTilOsForms.Referral(production.Organisation.HjemTilOs!.Departments[0], request.Start, request.Language);
        if (production.Has(Doubt) || production.Has(Rejected))
            form = form with { Fields = new Dictionary<string, string>(form.Fields) { ["strength"] = "unsure" } };
        if (await stage.Get<ReferralIntake>().SubmitAsync(form, cancellation) is not CaseIntakeResult.Accepted sent)
            throw new InvalidOperationException("The rehearsal's referral does not keep the form's rules.");
        production.Script = production.Has(NobodyAnswers.Name) ? new Script() : Production.AllGoesWell();
        if (production.Has(ConsentMissing))
            production.Script.Never("referral-consent--guardian-2");
        if (production.Has(ConsentRefused))
            production.Script.On("referral-consent--guardian-2", _ => new("no"), TimeSpan.FromHours(3));
        if (production.Has(Rejected))
            production.Script.On("referral-assess", "reject");
        if (production.Has(Withdrawn))
        {
            production.Do(request.Start.AddDays(30), new(10, 0), async c =>
            {
                var referral = (await stage.Get<CaseBook<Referral>>().GetAsync(sent.Id, c))!.Value;
                await stage.Get<CaseDesk>().WithdrawAsync(new Hands(stage).StatusToken(referral, referral.Guardians[1].PersonId!), c);
            });
        }
    }
}
