using Husrum.Core.Language;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>A process: its steps, and what follows from a change. Its orchestrator drives it (see <see cref="CaseDriving"/>).</summary>
/// <typeparam name="TCase">Its case.</typeparam>
public abstract class CaseProcess<TCase>
    where TCase : CaseRecord
{
    /// <summary>Its name, such as <c>volunteer-application</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What its cases' ids begin with, such as <c>v-</c>.</summary>
    public abstract string IdPrefix { get; }

    /// <summary>What its cases' partitions begin with, such as <c>application:</c>.</summary>
    public abstract string PartitionPrefix { get; }

    /// <summary>The registered name of the orchestrator that new cases begin with.</summary>
    public abstract string Orchestrator { get; }

    /// <summary>All steps, in the order in which people think of them.</summary>
    public abstract IReadOnlyList<CaseStep<TCase>> Steps { get; }

    /// <summary>The steps of a case, where there are as many as its parties; the kinds of those are in <see cref="Kinds"/>.</summary>
    public virtual IReadOnlyList<CaseStep<TCase>> StepsOf(TCase @case) => Steps;

    /// <summary>The kinds of all steps that a case of this process can have.</summary>
    public virtual IEnumerable<string> Kinds => Steps.Select(step => step.Kind);

    /// <summary>What happens by itself in a case, past and to come. The keys that have passed stand in the case.</summary>
    public virtual IEnumerable<CaseMoment<TCase>> MomentsOf(TCase @case) => [];

    /// <summary>The page that people's own links to a case enter.</summary>
    public virtual string StatusPage => CaseLinks.StatusPage;

    /// <summary>What such a case is called in lists.</summary>
    public abstract Bilingual Kind { get; }

    /// <summary>Where it stands, in words for the person it is about.</summary>
    public abstract Bilingual StandsAt(TCase @case);

    /// <summary>The same in words for one of its parties: only what is theirs to know.</summary>
    public virtual Bilingual StandsAt(TCase @case, CaseParty party) => StandsAt(@case);

    /// <summary>Whether a party sees a line of the timeline that is not their own doing.</summary>
    public virtual bool Shows(TCase @case, CaseParty party, string what) => false;

    /// <summary>Whether a party sees that the case waits for something that others are asked.</summary>
    public virtual bool ShowsWait(TCase @case, CaseParty party, CaseStep<TCase> step) => false;

    /// <summary>What a party may still do: take the case, or their part in it, back. Null where there is nothing to take back.</summary>
    public virtual TCase? Withdrawn(TCase @case, CaseParty party, DateTimeOffset now) => null;

    /// <summary>The same as staff read it.</summary>
    public virtual Bilingual StandsAtForStaff(TCase @case) => StandsAt(@case);

    /// <summary>What the person it is about can do with it now besides; their words are among those of <see cref="Word"/>.</summary>
    public virtual IEnumerable<CaseDoing<TCase>> DoingsOf(TCase @case, DateTimeOffset now) => [];

    /// <summary>The messages that follow from a change.</summary>
    public abstract IEnumerable<CaseMessage> Tell(TCase old, TCase next);

    /// <summary>The groups of messages written ahead that do not go any more after a change: what they are about was moved or called off.</summary>
    public virtual IEnumerable<string> TakesBack(TCase old, TCase next) => [];

    /// <summary>The last day a closed case is kept; null while it is open.</summary>
    public abstract DateOnly? RetainUntil(TCase @case, DateOnly today);

    /// <summary>What the person may still do: take the case back. Null where it is too late.</summary>
    public virtual TCase? Withdrawn(TCase @case, DateTimeOffset now) => null;

    /// <summary>The line of the timeline for a word that is no step's.</summary>
    public abstract Bilingual Word(string what);

    /// <summary>Writes what follows from where the case stands elsewhere, such as in the person's partition. Runs after every change, and may run any number of times.</summary>
    public virtual Task SettleAsync(TCase @case, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>The steps that are open now.</summary>
    public IEnumerable<CaseStep<TCase>> Open(TCase @case) => @case.IsClosed ? [] : StepsOf(@case).Where(step => step.IsOpen(@case));

    /// <summary>The moments that are still to come, or to be seen to have passed, earliest first.</summary>
    public IEnumerable<CaseMoment<TCase>> Pending(TCase @case)
    {
        if (@case.IsClosed)
            return [];
        var passed = @case.Passed.ToHashSet(StringComparer.Ordinal); // a year has two hundred
        return MomentsOf(@case).Where(m => !passed.Contains(m.Key)).OrderBy(m => m.Due).ThenBy(m => m.Key, StringComparer.Ordinal);
    }

    /// <summary>The partition of a case.</summary>
    public string Partition(string caseId) => RegisterKey.Check(PartitionPrefix + caseId);
}
