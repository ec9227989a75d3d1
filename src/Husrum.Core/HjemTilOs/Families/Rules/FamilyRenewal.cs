using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Decisions;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.HjemTilOs.Families.Rules;

/// <summary>
/// The certificates of an approved family are renewed every second year, as volunteers' are (<see cref="RenewalRules"/>; rules-and-sources.md 2.1):
/// staff are asked to order two months before, reminded a month before, and told when one has run out. Nothing stops by itself; where the organisation has chosen so, staff are asked whether visits rest.
/// </summary>
internal static class FamilyRenewal
{
    /// <summary>The moments of a member's certificates.</summary>
    /// <param name="family">The family.</param>
    /// <param name="member">One who lives there.</param>
    /// <param name="number">Their place in the family, from 1: it stands in the questions' names.</param>
    /// <param name="tell">Told when one has run out: under which step, and which kind it is.</param>
    public static IEnumerable<CaseMoment<FriendFamily>> Of(FriendFamily family, FamilyMember member, int number, Func<FriendFamily, string, CertificateKind, IEnumerable<CaseMessage>> tell)
    {
        if (family.ApprovedOn is null)
            yield break;
        foreach (var note in member.Certificates)
        {
            var slug = CertificateWords.Slug(note.Kind);
            if (CertificateRules.IsSettled(note) && note.RenewBy is { } renewBy)
            {
                yield return new CaseMoment<FriendFamily>($"{member.Id}-{slug}-renew-{HtoWords.Iso(renewBy)}", RenewalRules.AskedAt(renewBy))
                {
                    Word = FamilyWords.Renewal,
                    After = (now, _) => Change(now, member.Id, note.Kind, CertificateRules.Renewing).Again($"family-{number}-{slug}-order", $"family-{number}-{slug}-consent", $"family-{number}-{slug}-outcome"),
                };
            }
            else if (note is { HoldsUntil: { } last, HasRunOut: false })
            {
                var step = $"{member.Id}-{slug}-run-out-{HtoWords.Iso(last)}";
                yield return new CaseMoment<FriendFamily>(step, WallTime.ToUtc(RenewalRules.OverdueOn(last), DecisionPlan.At))
                {
                    Word = FamilyWords.RunOut,
                    After = (now, _) => Change(now, member.Id, note.Kind, n => n with { HasRunOut = true }) with { AsksToPause = now.State == FamilyState.Approved || now.AsksToPause },
                    Tell = now => tell(now, step, note.Kind),
                };
            }
        }
    }

    private static FriendFamily Change(FriendFamily family, string memberId, CertificateKind kind, Func<CertificateNote, CertificateNote> change)
    {
        var member = family.Member(memberId)!;
        return family.With(member with { Certificates = [.. member.Certificates.Select(note => note.Kind == kind ? change(note) : note)] });
    }
}
