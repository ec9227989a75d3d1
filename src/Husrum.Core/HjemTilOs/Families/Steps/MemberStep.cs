using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>Something one member of the household does by their own link; the one who applied is asked for those who have no address.</summary>
internal abstract class MemberStep(FriendFamily family, FamilyMember member, Organisation organisation)
    : PartyStep<FriendFamily>(new CaseParty(member.Id, FriendFamily.Side, member.PersonId ?? family.PersonId))
{
    /// <summary>What comes after "family-" in the names of the question and its messages.</summary>
    protected abstract string Subject { get; }

    /// <inheritdoc />
    public override string Kind => "family-" + Subject;

    /// <inheritdoc />
    public override StepTexts Texts => new("family-" + Subject, $"family-{Subject}-reminder");

    /// <summary>Reminded for as long as it takes; when it takes long, those who look after the program are told too.</summary>
    public override IDecisionPlan Plan(FriendFamily @case) => new DecisionPlan { Steps = [new(3, DecisionStep.Remind), new(8, DecisionStep.Remind), new(15, DecisionStep.Insist)], InsistEveryWeekdays = 10 };

    /// <inheritdoc />
    public sealed override bool IsOpen(FriendFamily @case) => FamilyReadiness.Asks(@case) && @case.Member(member.Id) is { MovedOutOn: null } now && IsOwed(now);

    /// <summary>Whether the member owes it.</summary>
    protected abstract bool IsOwed(FamilyMember member);

    /// <summary>The member.</summary>
    protected FamilyMember Member => member;

    /// <summary>What the organisation asks of families.</summary>
    protected HjemTilOsSettings Programme => organisation.HjemTilOs!;

    /// <summary>True where somebody else is asked in their place.</summary>
    protected bool IsThroughAnother => member.PersonId is null;

    /// <summary>A text that was read now: its version and the language of the page stand in the answer's values.</summary>
    protected static TextRead ReadNow(StepAnswer answer, int version = 1) => new(answer.Values[version], answer.Values[0], answer.At, answer.By);

    /// <summary>The case with the member as they become.</summary>
    protected FriendFamily Done(FriendFamily @case, Func<FamilyMember, FamilyMember> change) => FamilyReadiness.Settle(@case.With(change(@case.Member(member.Id)!)));

    /// <summary>A text's paragraphs in a language.</summary>
    protected static IEnumerable<string> Paragraphs(Declaration text, string language) => text.Text.In(language).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(FriendFamily @case, string language) =>
    [
        new("department", organisation.Department(@case.DepartmentId)?.Name ?? @case.DepartmentId),
        new("member", IsThroughAnother ? member.Name : new Bilingual("dig", "you").In(language)),
    ];

    /// <inheritdoc />
    public override Bilingual WaitsForThem => Doing.Into("at en i husstanden {0}", "somebody in the household to {0}");

    /// <summary>What they do, in a word each: "tager kurset", "take the course".</summary>
    protected abstract Bilingual Doing { get; }

    /// <inheritdoc />
    public override Bilingual WaitsFor => IsThroughAnother
        ? Doing.Into($"at {member.Name} {{0}}", $"{member.Name} to {{0}}")
        : Doing.Into("at du {0}", "you to {0}");
}
