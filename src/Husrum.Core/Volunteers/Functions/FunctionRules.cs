using Husrum.Core.Certificates;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Functions;

/// <summary>What stands between a volunteer and one more function.</summary>
public static class FunctionRules
{
    /// <summary>The certificates it asks for that the volunteer does not have, or whose date is over.</summary>
    public static IReadOnlyList<CertificateNote> Missing(Volunteer volunteer, VolunteerFunction function, DateOnly today) =>
        [.. CertificateRules.For([function]).Where(kind => !volunteer.Certificates.Any(c => c.Kind == kind && CertificateRules.IsValid(c, today))).Select(kind => new CertificateNote(kind))];

    /// <summary>Onwards from where it stands: certificates first, then the coordinator's yes, which is given already where a coordinator offered it.</summary>
    public static FunctionRequest Settle(FunctionRequest request) => request with
    {
        State = !request.Certificates.All(CertificateRules.IsSettled) ? FunctionState.Preparing
            : request.OfferedBy is null ? FunctionState.Deciding
            : FunctionState.Added,
    };

    /// <summary>The functions a volunteer can ask for: those they do not have.</summary>
    public static IEnumerable<VolunteerFunction> Others(Volunteer volunteer, Volunteering? volunteering) =>
        volunteering?.Functions.Where(f => !volunteer.Functions.Contains(f.Id, StringComparer.Ordinal)) ?? [];

    /// <summary>Why one is too young for it on a day; null where one is not, or it has no age rule.</summary>
    public static Bilingual? TooYoung(VolunteerFunction function, DateOnly birthDate, DateOnly today) => !AgeRule.TooYoungFor([function], birthDate, today).Any() ? null : new(
        $"Man skal som regel være fyldt {function.MinimumAge} for at være {function.Name.Danish}. Tal med koordinatoren, hvis der er en særlig grund.",
        $"You should normally be {function.MinimumAge} or older to volunteer as {function.Name.English}. Talk with the coordinator if there is a special reason.");
}
