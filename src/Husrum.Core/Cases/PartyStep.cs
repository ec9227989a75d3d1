using Husrum.Core.Decisions;

namespace Husrum.Core.Cases;

/// <summary>A step asked of one party, of which a case may have many: one consent for each guardian. Each has its own link, in its reader's language.</summary>
/// <typeparam name="TCase">The case.</typeparam>
/// <param name="party">Who is asked.</param>
public abstract class PartyStep<TCase>(CaseParty party) : CaseStep<TCase>
    where TCase : CaseRecord
{
    /// <summary>Who is asked.</summary>
    protected CaseParty Party { get; } = party;

    /// <inheritdoc />
    public abstract override string Kind { get; }

    /// <inheritdoc />
    public sealed override string Question => PartyQuestions.Of(Kind, Party.Id);

    /// <inheritdoc />
    public sealed override StepAudience Audience => StepAudience.Party;

    /// <inheritdoc />
    public sealed override IReadOnlyList<string> AsksParties(TCase @case) => [Party.PersonId];
}
