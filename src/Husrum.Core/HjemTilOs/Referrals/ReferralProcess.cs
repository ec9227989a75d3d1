using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.HjemTilOs.Referrals.Steps;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Referrals;

/// <summary>
/// A child's referral (rules-and-sources.md 1.7, E1-E9 and R1-R11): confirmed by the referrer → looked at by a human where something is in doubt →
/// both declarations of every holder of custody, or the exception; at an institution the visit and the meeting → the waiting list.
/// It stays open while the child has a family, because a consent can be withdrawn at any time.
/// </summary>
public sealed class ReferralProcess(Organisation organisation, Followers followers) : CaseProcess<Referral>
{
    /// <summary>So many holders of custody a form has room for.</summary>
    public const int MostGuardians = 4;

    private static readonly TimeOnly Morning = new(9, 0);

    private readonly CaseStep<Referral>[] _staff = [new AssessReferral(organisation), new InstitutionDuty(isVisit: true, organisation), new InstitutionDuty(isVisit: false, organisation), new TalkAfterWithdrawal(organisation), new StillWaiting(organisation)];

    /// <inheritdoc />
    public override string Name => "referral";

    /// <inheritdoc />
    public override string IdPrefix => "h-";

    /// <inheritdoc />
    public override string PartitionPrefix => Prefix;

    /// <summary>What the partitions begin with.</summary>
    internal const string Prefix = "referral:";

    /// <inheritdoc />
    public override string Orchestrator => ChildReferral_1.Name;

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<Referral>> Steps => _staff;

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<Referral>> StepsOf(Referral @case) =>
    [
        .. @case.Parties.Where(party => party.Id == "referrer").Select(party => new ConfirmReferral(party, organisation)),
        .. @case.Guardians.Where(guardian => guardian.PersonId is not null).Select(guardian => new GiveConsent(guardian, new CaseParty(guardian.Id, Referral.ChildSide, guardian.PersonId!), organisation)),
        .. @case.Guardians.Select((guardian, index) => new PaperConsent(guardian, index + 1, organisation)),
        .. _staff,
    ];

    /// <inheritdoc />
    public override IEnumerable<string> Kinds => [ConfirmReferral.Name, GiveConsent.Name, .. Enumerable.Range(1, MostGuardians).Select(PaperConsent.QuestionOf), .. _staff.Select(step => step.Kind)];

    /// <summary>After ten weekdays without a consent the municipality's people are asked to help; they are the ones who know the parents.</summary>
    public override IEnumerable<CaseMoment<Referral>> MomentsOf(Referral @case)
    {
        if (@case is not { State: ReferralState.Gathering, GatheringSince: { } since } || ConsentRule.IsExempt(@case.Living) || ConsentRule.IsMet(@case))
            yield break;
        var on = Weekdays.Add(WallTime.LocalDate(since), PaperConsent.PatientWeekdays);
        yield return new CaseMoment<Referral>($"missing-{on:yyyy-MM-dd}", WallTime.ToUtc(on, Morning))
        {
            Word = ReferralWords.Missing,
            Tell = referral => [CaseMessage.ToParties("referral-missing", Municipality(referral), $"missing-{on:yyyy-MM-dd}", _ => [new("reference", referral.Reference)]) with { LinksToStatus = true }],
        };
    }

    /// <inheritdoc />
    public override Bilingual Kind => new("Henvisning til Hjem til Os", "Referral to Hjem til Os");

    /// <inheritdoc />
    public override Bilingual StandsAt(Referral @case) => ReferralWords.Of(@case);

    /// <inheritdoc />
    public override Bilingual Word(string what) => ReferralWords.Line(what);

    /// <summary>The municipality's people see how far it is; a guardian sees their own doings and the milestones, not what another guardian said.</summary>
    public override bool Shows(Referral @case, CaseParty party, string what) => what is ReferralWords.Received or ReferralWords.Matched or ReferralWords.Waiting or ReferralWords.Finished
        || (party.Side == Referral.MunicipalitySide && (what is ReferralWords.ConsentWithdrawn or ReferralWords.Missing || what.Contains(':', StringComparison.Ordinal)));

    /// <inheritdoc />
    public override bool ShowsWait(Referral @case, CaseParty party, CaseStep<Referral> step) => party.Side == Referral.MunicipalitySide;

    /// <summary>The child has no link of its own.</summary>
    public override Referral? Withdrawn(Referral @case, DateTimeOffset now) => null;

    /// <summary>A guardian takes the consent back, or says no: everything pauses at once. The referrer takes the referral back, while the child has no family.</summary>
    public override Referral? Withdrawn(Referral @case, CaseParty party, DateTimeOffset now)
    {
        if (@case.IsClosed)
            return null;
        if (ConsentRule.TakenBack(@case, party.Id, now) is { } paused)
            return paused;
        return party.Id == "referrer" && @case.MatchId is null ? @case with { State = ReferralState.Withdrawn } : null;
    }

    /// <inheritdoc />
    public override DateOnly? RetainUntil(Referral @case, DateOnly today) => ReferralRetention.Until(@case.State, today);

    /// <inheritdoc />
    public override Task SettleAsync(Referral @case, CancellationToken cancellation) => followers.FollowAsync(@case, cancellation);

    /// <inheritdoc />
    public override IEnumerable<CaseMessage> Tell(Referral old, Referral next)
    {
        foreach (var guardian in next.Guardians.Where(guardian => guardian.PersonId is not null && guardian.Consents.Count > old.GuardianOf(guardian.Id)?.Consents.Count))
            yield return CaseMessage.ToParties("referral-copy", [new CaseParty(guardian.Id, Referral.ChildSide, guardian.PersonId!)], $"copy-{guardian.Consents.Count}", Copy) with { LinksToStatus = true };
        // by number, so that two who refuse the same morning are not one mail that came twice
        foreach (var (guardian, number) in next.Guardians.Select((guardian, index) => (guardian, index + 1)).Where(one => one.guardian.RefusedAt is not null && old.GuardianOf(one.guardian.Id)?.RefusedAt is null))
            yield return new CaseMessage("referral-no", StepAudience.Department, $"no-{guardian.Id}-{next.TimelineCount}", language => [.. Fields(next)(language), new("parent", number.ToString(CultureInfo.InvariantCulture))]) { AtOnce = true };
        if (next.State == old.State)
            yield break;
        var round = next.TimelineCount;
        switch (next.State)
        {
            case ReferralState.Gathering when next.Placement is not null && old.State != ReferralState.ConsentWithdrawn:
                yield return CaseMessage.ToParties("referral-placement", next.Parties.Where(party => party.Id == "placement"), "placement", Fields(next)) with { LinksToStatus = true };
                break;
            case ReferralState.Ready:
                if (next.Placement is not null && old.State is ReferralState.Received or ReferralState.Assessing)
                    yield return CaseMessage.ToParties("referral-placement", next.Parties.Where(party => party.Id == "placement"), "placement", Fields(next)) with { LinksToStatus = true };
                yield return CaseMessage.ToParties("referral-ready", Municipality(next), $"ready-{round}", Fields(next)) with { LinksToStatus = true };
                yield return CaseMessage.ToParties("referral-ready-parents", ChildSide(next), $"ready-parents-{round}", Fields(next)) with { LinksToStatus = true };
                break;
            case ReferralState.ConsentWithdrawn:
                yield return CaseMessage.ToParties("referral-paused", Municipality(next), $"paused-{round}", Fields(next)) with { LinksToStatus = true };
                break;
            case ReferralState.Rejected or ReferralState.Lapsed or ReferralState.Withdrawn:
                var template = next.State == ReferralState.Rejected ? "referral-rejected" : "referral-closed";
                yield return CaseMessage.ToParties(template, Municipality(next), template, Fields(next));
                if (old.GatheringSince is not null)
                    yield return CaseMessage.ToParties("referral-closed-parents", ChildSide(next), "closed-parents", Fields(next));
                break;
            default:
                break;
        }
    }

    private static IEnumerable<CaseParty> Municipality(Referral referral) => referral.Parties.Where(party => party.Side == Referral.MunicipalitySide);

    // where no consent was asked for, the place speaks for the child; else the parents do, and the place hears too
    private static IEnumerable<CaseParty> ChildSide(Referral referral) => referral.Parties.Where(party => party.Side == Referral.ChildSide);

    private Func<string, IEnumerable<KeyValuePair<string, string>>> Fields(Referral referral) => _ =>
    [
        new("reference", referral.Reference),
        new("department", organisation.Department(referral.DepartmentId)?.Name ?? referral.DepartmentId),
    ];

    private IEnumerable<KeyValuePair<string, string>> Copy(string language) =>
    [
        new("municipality-text", organisation.HjemTilOs!.MunicipalityConsent.Text.In(language)),
        new("municipality-version", organisation.HjemTilOs.MunicipalityConsent.Version),
        new("own-text", organisation.HjemTilOs.OwnConsent.Text.In(language)),
        new("own-version", organisation.HjemTilOs.OwnConsent.Version),
    ];
}
