using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;

namespace Husrum.Core.Certificates;

/// <summary>
/// One human being whose certificates a case sees to: where their notes stand in it, who is asked, and what follows for the case.
/// <see cref="CertificateSteps"/> makes the steps of it. Everything is pure.
/// </summary>
/// <typeparam name="TCase">The case.</typeparam>
public abstract class CertificateHolder<TCase>
    where TCase : CaseRecord
{
    /// <summary>What the names of the questions begin with, such as <c>volunteer</c>, or <c>family-2</c> for the second of several: the only one of its kind in the program. Live cases know the names by heart: it never changes.</summary>
    public abstract string Prefix { get; }

    /// <summary>Their notes; empty where the case asks for none of them.</summary>
    public abstract IReadOnlyList<CertificateNote> Notes(TCase @case);

    /// <summary>The case with a note of theirs (the one of its kind) changed, and nothing else.</summary>
    public abstract TCase With(TCase @case, CertificateNote note);

    /// <summary>True while the case sees to their certificates.</summary>
    public abstract bool IsSought(TCase @case);

    /// <summary>Whom staff read about, such as "ansøgeren", "the applicant".</summary>
    public abstract Bilingual Called { get; }

    /// <summary>The one who is asked to consent: a person id. The holder; or, where they cannot be written to, who speaks for them.</summary>
    public virtual string Asks(TCase @case) => @case.PersonId;

    /// <summary>The holder's name where somebody else is asked in their place; null where they are asked themselves.</summary>
    public virtual string? OnBehalfOf(TCase @case) => null;

    /// <summary>What is known, for staff; who it is about is said anyway where the holder is the one the case is about.</summary>
    public virtual IReadOnlyList<StepFact> Facts(TCase @case, string language) => [];

    /// <summary>The messages that ask for the consent; they bind <c>department</c>, <c>certificate</c> and <c>deadline</c>.</summary>
    public virtual StepTexts ConsentTexts => new("volunteer-consent", "volunteer-consent-reminder") { SmsFrom = 2 };

    /// <summary>When the order is asked for and insisted on.</summary>
    public virtual IDecisionPlan OrderPlan(TCase @case) => CasePlans.Staff;

    /// <summary>When the order should have been placed, UTC; null for the first reminder of its plan.</summary>
    public virtual DateTimeOffset? OrderDue(TCase @case) => null;

    /// <summary>Before this it is not asked for, UTC; null = at once.</summary>
    public virtual DateTimeOffset? OrderFrom(TCase @case) => null;

    /// <summary>What staff must know before they order, besides how; null = nothing.</summary>
    public virtual Bilingual? WhyOrdered(TCase @case) => null;

    /// <summary>A way out of the order, with its hint; null where there is none.</summary>
    public virtual (Bilingual Label, Bilingual Hint)? Needless => null;

    /// <summary>The case when staff have taken that way out.</summary>
    public virtual TCase NotNeeded(TCase @case) => @case;

    /// <summary>The case after a certificate was seen and is in order, or a leader goes on.</summary>
    public virtual TCase InOrder(TCase @case, StepAnswer answer) => @case;

    /// <summary>The case after a remark: it waits for a leader.</summary>
    public virtual TCase Remarked(TCase @case) => @case;

    /// <summary>What a leader can choose besides going on: the word, what it is called and what follows.</summary>
    public abstract (string Word, Bilingual Label, Bilingual Hint) Decline { get; }

    /// <summary>The case after a leader has chosen that.</summary>
    public abstract TCase Declined(TCase @case);

    /// <summary>The line of the timeline when a leader has chosen that.</summary>
    public abstract Bilingual DeclinedLine { get; }

    /// <summary>The name of a question: prefix, kind (null where there is one note only, of whatever kind) and what is asked.</summary>
    internal string Question(CertificateKind? kind, string what) => kind is { } known ? $"{Prefix}-{CertificateWords.Slug(known)}-{what}" : $"{Prefix}-{what}";

    /// <summary>The note of a kind; null where none is asked for.</summary>
    internal CertificateNote? Note(TCase @case, CertificateKind? kind) => Notes(@case).FirstOrDefault(note => kind is null || note.Kind == kind);
}
