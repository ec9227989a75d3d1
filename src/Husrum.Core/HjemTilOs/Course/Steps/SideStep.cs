using Husrum.Core.Cases;
using Husrum.Core.Decisions;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>A step asked of all who agree things on one side; the first answer counts.</summary>
internal abstract class SideStep(string side) : CaseStep<FamilyCourse>
{
    /// <summary>See <see cref="Sides"/>.</summary>
    protected string Side { get; } = side;

    /// <summary>What sets it apart from others of its kind.</summary>
    protected virtual string Suffix => Side;

    /// <inheritdoc />
    public abstract override string Kind { get; }

    /// <inheritdoc />
    public sealed override string Question => PartyQuestions.Of(Kind, Suffix);

    /// <inheritdoc />
    public sealed override StepAudience Audience => StepAudience.Party;

    /// <inheritdoc />
    public sealed override IReadOnlyList<string> AsksParties(FamilyCourse @case) => [.. @case.Side(Side).Select(p => p.PersonId)];
}
