using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Ending;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>A certificate is renewed every second year for as long as its owner is a volunteer: asked for two months before, and the next renewal begins where this one ends.</summary>
public sealed class RenewalProcess(VolunteerBook volunteers, RenewalStarter renewals, Organisation organisation) : CaseProcess<CertificateRenewal>
{
    private const int MonthsKept = 12;
    private const string OverdueKey = "overdue";

    /// <summary>What the partitions begin with.</summary>
    internal const string Prefix = "renewal:";

    /// <inheritdoc />
    public override string Name => "certificate-renewal";

    /// <inheritdoc />
    public override string IdPrefix => "c-";

    /// <inheritdoc />
    public override string PartitionPrefix => Prefix;

    /// <inheritdoc />
    public override string Orchestrator => CertificateRenewal_1.Name;

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<CertificateRenewal>> Steps { get; } = [.. CertificateSteps.OfOne(new RenewedCertificate(), organisation)];

    /// <inheritdoc />
    public override Bilingual Kind => new("Fornyelse af en attest", "Renewal of a certificate");

    /// <inheritdoc />
    public override Bilingual StandsAt(CertificateRenewal @case) => @case.IsClosed
        ? new("Afsluttet.", "Closed.")
        : new($"Skal være fornyet senest {DateWords.Long(@case.RenewBy, "da")}.", $"Must be renewed by {DateWords.Long(@case.RenewBy, "en")}.");

    /// <inheritdoc />
    public override Bilingual Word(string what) => what == VolunteerEnding.StoppedWord
        ? new("Arbejdet som frivillig er slut, så attesten skal ikke fornyes.", "The work as a volunteer is over, so the certificate need not be renewed.")
        : what == OverdueKey
        ? new("Attesten er udløbet. Funktioner, der kræver den, holder pause, til den nye er set.", "The certificate has run out. Functions that ask for it are paused until the new one has been seen.")
        : new("Fornyelsen er sat i kalenderen.", "The renewal has been put in the calendar.");

    /// <inheritdoc />
    public override DateOnly? RetainUntil(CertificateRenewal @case, DateOnly today) => DueDates.AddMonths(today, MonthsKept);

    /// <inheritdoc />
    public override IEnumerable<CaseMoment<CertificateRenewal>> MomentsOf(CertificateRenewal @case) =>
    [
        new(OverdueKey, WallTime.ToUtc(RenewalRules.OverdueOn(@case.RenewBy), DecisionPlan.At)) { Word = OverdueKey, Tell = Overdue },
    ];

    // the functions that ask for it are the organisation's; which of them are theirs stands on the person's page
    private IEnumerable<CaseMessage> Overdue(CertificateRenewal @case)
    {
        yield return new CaseMessage(RenewalMessages.Overdue, StepAudience.Department, OverdueKey, language => Words(@case, language));
        yield return new CaseMessage(RenewalMessages.Paused, StepAudience.Person, OverdueKey, language => Words(@case, language))
        {
            By = NoticeWay.EmailAndSms, // whoever does not read their mail would go on without knowing
            Button = ("page", new NoticeLink(VolunteerBook.Page, VolunteerBook.TokenIdOf(@case.PersonId))),
        };
    }

    private IEnumerable<KeyValuePair<string, string>> Words(CertificateRenewal @case, string language) =>
    [
        new("certificate", CertificateWords.Of(@case.Note.Kind).In(language)),
        new("until", DateWords.Long(@case.RenewBy, language)),
        new("functions", string.Join(", ", organisation.Volunteering?.Functions.Where(f => CertificateRules.For([f]).Contains(@case.Note.Kind)).Select(f => f.Name.In(language)) ?? [])),
    ];

    /// <inheritdoc />
    public override IEnumerable<CaseMessage> Tell(CertificateRenewal old, CertificateRenewal next)
    {
        if (old.Passed.Contains(OverdueKey) && !old.IsClosed && next is { IsClosed: true, Moot: false } && CertificateRules.IsSettled(next.Note))
            yield return new CaseMessage(RenewalMessages.Resumed, StepAudience.Person, RenewalMessages.Resumed, language => Words(next, language));
    }

    /// <inheritdoc />
    public override async Task SettleAsync(CertificateRenewal @case, CancellationToken cancellation)
    {
        if (@case.Moot || @case.Note.Outcome is null)
            return;
        await volunteers.ChangeAsync(
            @case.PersonId,
            volunteer => volunteer.Certificates.Contains(@case.Note) || volunteer.Certificates.All(c => c.Kind != @case.Note.Kind)
                ? null
                : volunteer with { Certificates = @case.Note.In(volunteer.Certificates) },
            cancellation);
        await renewals.StartAsync(@case.PersonId, @case.DepartmentId, [@case.Note], cancellation);
    }
}
