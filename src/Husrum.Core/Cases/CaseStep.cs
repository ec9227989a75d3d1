using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Messages;

namespace Husrum.Core.Cases;

/// <summary>Something a case asks a person, and what an answer makes of the case. Everything in it is pure.</summary>
/// <typeparam name="TCase">The case.</typeparam>
public abstract class CaseStep<TCase>
    where TCase : CaseRecord
{
    /// <summary>Its name, the only one of its kind in the program: letters, digits and hyphens.</summary>
    public abstract string Question { get; }

    /// <summary>The registered name of its question: its own, but for steps that a case may have many of (<see cref="PartyStep{TCase}"/>).</summary>
    public virtual string Kind => Question;

    /// <summary>Whom it asks.</summary>
    public abstract StepAudience Audience { get; }

    /// <summary>Which person, where the audience is one: the one the case is about, or another one in it. A person id.</summary>
    public virtual string Asks(TCase @case) => @case.PersonId;

    /// <summary>The parties it asks, person ids; the first answer counts. Only where <see cref="Audience"/> is <see cref="StepAudience.Party"/>.</summary>
    public virtual IReadOnlyList<string> AsksParties(TCase @case) => [];

    /// <summary>The messages.</summary>
    public abstract StepTexts Texts { get; }

    /// <summary>The word that is the answer when time is up; asked for only where the plan has an end.</summary>
    public virtual string Silence => throw new InvalidOperationException($"'{Question}' has no deadline.");

    /// <summary>True where reminders and the end of the waiting keep until a person who is away has come home; false where the date is not ours to move.</summary>
    public virtual bool WaitsWhileAway => true;

    /// <summary>What happens while nobody answers.</summary>
    public abstract IDecisionPlan Plan(TCase @case);

    /// <summary>
    /// When it should have been answered, UTC; from then on it is late in staff's lists. The plan's deadline; where staff are asked and there is none, the first reminder. Null where there is neither.
    /// </summary>
    public virtual DateTimeOffset? Due(TCase @case, DateOnly askedOn) => StepDue.Of(Plan(@case), Audience is StepAudience.Department or StepAudience.Leader, askedOn);

    /// <summary>Which way the reminder of a moment goes. By SMS only where the catalogue has the reminder as an SMS too.</summary>
    public virtual NoticeWay RemindBy(TCase @case, DecisionMoment moment) => moment.Index >= Texts.SmsFrom ? NoticeWay.EmailAndSms : NoticeWay.Email;

    /// <summary>Whether the case asks it now.</summary>
    public abstract bool IsOpen(TCase @case);

    /// <summary>The moment before which it is not asked, UTC; null = at once.</summary>
    public virtual DateTimeOffset? NotBefore(TCase @case) => null;

    /// <summary>True where it cannot wait for the hours for messages, such as a withdrawn consent: then it goes at any hour.</summary>
    public virtual bool AtOnce(TCase @case) => false;

    /// <summary>What its messages may bind, in a language.</summary>
    public virtual IEnumerable<KeyValuePair<string, string>> Fields(TCase @case, string language) => [];

    /// <summary>What the one who is asked sees at a moment (UTC).</summary>
    public abstract StepPage Page(TCase @case, string language, DateTimeOffset now);

    /// <summary>Reads what they posted.</summary>
    /// <param name="case">The case.</param>
    /// <param name="form">As typed.</param>
    /// <param name="now">UTC.</param>
    public abstract StepReply Read(TCase @case, StepForm form, DateTimeOffset now);

    /// <summary>What the answer makes of the case: afterwards the step is no longer open, or open in a new round.</summary>
    public abstract TCase After(TCase @case, StepAnswer answer);

    /// <summary>What is said of the answer in the case's timeline, and to one who comes to the page after it.</summary>
    public abstract Bilingual Happened(string answer);

    /// <summary>What the case waits for while this is asked, as the one who is asked, or the person it is about, reads it ("at du …"); follows "Vi venter på".</summary>
    public abstract Bilingual WaitsFor { get; }

    /// <summary>What the deadline does, for anybody who reads it: follows "sker der ikke noget, mandag den 7. september kl. 9.00".</summary>
    public virtual Bilingual AtDeadline => new("er det for sent at svare, og sagen går videre uden", "it is too late to answer, and the case goes on without");

    /// <summary>The same as anybody else reads it ("at ansøgeren …").</summary>
    public virtual Bilingual WaitsForThem => WaitsFor;
}
