using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Organisations;

namespace Husrum.Core.Certificates;

/// <summary>Which certificates a function asks for, and by when. Per function, never for all (rules-and-sources.md 0.1 and 2.1).</summary>
public static class CertificateRules
{
    /// <summary>The police asks the person in Digital Post; there are 14 days to consent, then it must be ordered again (rules-and-sources.md 2.1).</summary>
    public const int DaysToConsent = 14;

    /// <summary>Ordinary delivery is within 10 weekdays of the consent (rules-and-sources.md 2.1).</summary>
    public const int WeekdaysToDeliver = 10;

    /// <summary>Renewed every second year: the law sets no interval; it is what Red Barnet recommends (rules-and-sources.md 2.1).</summary>
    public const int MonthsValid = 24;

    /// <summary>The certificates that a set of functions asks for together.</summary>
    public static IReadOnlyList<CertificateKind> For(IEnumerable<VolunteerFunction> functions) => functions.Select(f => f.Certificates).DefaultIfEmpty(CertificatePolicy.None).Max() switch
    {
        CertificatePolicy.Children => [CertificateKind.Children],
        CertificatePolicy.ChildrenAndCriminal => [CertificateKind.Children, CertificateKind.Criminal],
        _ => [],
    };

    /// <summary>An order that was placed.</summary>
    public static CertificateNote Ordered(CertificateNote note, DateOnly on) => note with { OrderedOn = on, ConsentBy = on.AddDays(DaysToConsent), ConsentSettled = false };

    /// <summary>Reminders of the consent nine and three days before its last day; then time is up.</summary>
    public static DatedPlan ConsentPlan(CertificateNote? note) => note?.ConsentBy is { } last
        ? new DatedPlan([new(last.AddDays(-9), DecisionStep.Remind), new(last.AddDays(-3), DecisionStep.Remind), new(last.AddDays(1), DecisionStep.Deadline)])
        : new DatedPlan([]);

    /// <summary>The answer cannot be expected before the consent; the coordinator is reminded when the 14 days are over, and when the police's ordinary 10 weekdays are over too; then others are asked.</summary>
    public static IDecisionPlan OutcomePlan(CertificateNote? note)
    {
        if (note?.ConsentBy is not { } last)
            return CasePlans.Staff;
        var late = Weekdays.Add(last, WeekdaysToDeliver);
        return new DatedPlan(
        [
            new(Weekdays.OnOrAfter(last.AddDays(1)), DecisionStep.Remind),
            new(late, DecisionStep.Remind),
            new(Weekdays.Add(late, 3), DecisionStep.Escalate),
            new(Weekdays.Add(late, 6), DecisionStep.Escalate),
            .. Enumerable.Range(1, 50).Select(n => new DatedStep(Weekdays.Add(late, 6 + (5 * n)), DecisionStep.Insist)),
        ]);
    }

    /// <summary>One that must be ordered again.</summary>
    public static CertificateNote Unordered(CertificateNote note) => new(note.Kind) { HoldsUntil = note.HoldsUntil, HasRunOut = note.HasRunOut };

    /// <summary>One that is to be renewed; the old one holds until its day.</summary>
    public static CertificateNote Renewing(CertificateNote note) => new(note.Kind) { HoldsUntil = note.RenewBy };

    /// <summary>True where there is none that holds: it was never there, or it has run out.</summary>
    public static bool IsMissing(CertificateNote note) => !IsSettled(note) && (note.HoldsUntil is null || note.HasRunOut);

    /// <summary>One that was assessed.</summary>
    public static CertificateNote Assessed(CertificateNote note, CertificateOutcome outcome, string? by, DateOnly on) => note with
    {
        Outcome = outcome,
        ConsentSettled = true,
        AssessedBy = by,
        AssessedOn = on,
        HoldsUntil = null,
        HasRunOut = false,
        RenewBy = outcome is CertificateOutcome.Clean or CertificateOutcome.Accepted ? DueDates.AddMonths(on, MonthsValid) : null,
    };

    /// <summary>True where it was seen, is in order, and need not have been renewed before this day.</summary>
    public static bool IsValid(CertificateNote note, DateOnly day) => IsSettled(note) && note.RenewBy >= day;

    /// <summary>True where nothing more is needed of it.</summary>
    public static bool IsSettled(CertificateNote note) => note.Outcome is CertificateOutcome.Clean or CertificateOutcome.Accepted;
}
