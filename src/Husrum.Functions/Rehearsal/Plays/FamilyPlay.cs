using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.Language;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal.People;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>A family that would like to be a friend family, from the form to the approval.</summary>
internal sealed class FamilyPlay : Play
{
    private const string ConsentMissing = "consent-missing";
    private const string Rejected = "rejected";
    private const string Withdrawn = "withdrawn";
    private const string NotAllFor = "not-all-for";

    public override string Name => "friend-family";

    public override IReadOnlyList<string> Aliases => ["venskabsfamilie", "familie", "family"];

    public override Bilingual Title => new("En ny venskabsfamilie", "A new friend family");

    public override int Months => 6;

    public override IReadOnlyList<WhatIfSpec> WhatIfs { get; } =
    [
        new(ConsentMissing, new("En attest bliver der ikke sagt ja til i Digital Post", "A certificate gets no consent in Digital Post")),
        new(NotAllFor, new("Ikke alle i familien er med på det den første gang", "Not everybody in the family agrees at first")),
        new(Rejected, new("Koordinatoren siger nej tak", "The coordinator declines")),
        new(Withdrawn, new("Familien trækker sig", "The family withdraws")),
        NobodyAnswers,
    ];

    public override IReadOnlyDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        ["family-times"] = "F3",
        ["family-book"] = "F3",
        ["family-booked"] = "F3",
        ["family-booked-staff"] = "F3",
        ["family-visit"] = "F3",
        ["family-interview"] = "F2",
        ["family-course"] = "F5",
        ["family-rules"] = "F5",
        ["family-declaration"] = "F5",
        ["family-consent"] = "F4",
        ["boerneattest-order"] = "F4",
        ["boerneattest-consent"] = "F4",
        ["boerneattest-outcome"] = "F4",
        ["straffeattest-order"] = "F4",
        ["straffeattest-consent"] = "F4",
        ["straffeattest-outcome"] = "F4",
        ["family-approve"] = "F3",
        ["Approved"] = "F3",
        ["family-welcome"] = "F3",
    };

    public override Bilingual? Missing(Organisation organisation) => HjemTilOsNeeds.Missing(organisation);

    public override async Task BeginAsync(Production production, CancellationToken cancellation)
    {
        var (request, stage) = (production.Request, production.Stage);
        production.RaiseCurtain();
        var form = HjemTilOsForms.Family(production.Organisation.HjemTilOs!.Departments[0], request.Start, request.Language);
        if (await stage.Get<FamilyIntake>().SubmitAsync(form, cancellation) is not CaseIntakeResult.Accepted sent)
            throw new InvalidOperationException("The rehearsal's family does not keep the form's rules.");
        production.Script = production.Has(NobodyAnswers.Name) ? new Script() : Production.AllGoesWell();
        if (production.Has(ConsentMissing))
            CertificateAnswers.NoConsent(production.Script, "family-2");
        if (production.Has(Rejected))
            production.Script.On("family-interview", "reject");
        if (production.Has(NotAllFor))
        {
            var asked = 0;
            production.Script.On("family-interview", situation => asked++ == 0 ? new("not-yet") : situation.First, TimeSpan.FromHours(3));
        }

        if (production.Has(Withdrawn))
        {
            production.Script.Never("family-book");
            production.Do(request.Start.AddDays(2), new(10, 0), c => stage.Get<CaseDesk>().WithdrawAsync(stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(sent.Id)), c));
        }
    }
}
