using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>The online course, for the adults and everyone over 12 (seed 003_c4664cb87c6aa729 "Hvordan forbereder vi os bedst muligt?"; the age: <see cref="Rules.FamilyNeeds"/>).</summary>
internal sealed class TakeCourse(FriendFamily family, FamilyMember member, Organisation organisation) : MemberStep(family, member, organisation)
{
    /// <summary>What comes after "family-".</summary>
    public const string Name = "course";

    private const string Taken = "taken";

    /// <inheritdoc />
    protected override string Subject => Name;

    /// <inheritdoc />
    protected override Bilingual Doing => new("tager kurset på nettet", "take the online course");

    /// <inheritdoc />
    protected override bool IsOwed(FamilyMember member) => member is { OwesCourse: true, Course: null };

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Kurset på nettet", "The online course").In(language),
        [
            (IsThroughAnother
                ? new Bilingual($"{Member.Name} skal tage kurset, før I får besøg. Tag det gerne sammen.", $"{Member.Name} should take the course before the visits begin. You are welcome to take it together.")
                : new Bilingual("Tag kurset, før I får besøg. Kom tilbage hertil, når du er færdig.", "Take the course before the visits begin. Come back here when you have finished.")).In(language),
        ],
        [new(Taken, (IsThroughAnother ? new Bilingual($"{Member.Name} har taget kurset", $"{Member.Name} has taken the course") : new Bilingual("Jeg har taget kurset", "I have taken the course")).In(language))])
    { Link = new StepLink(Programme.Learning.Address, new Bilingual("Åbn kurset", "Open the course").In(language)) };

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now) =>
        form.Answer == Taken ? new StepReply.Given(Taken, null, [form.ReadIn("da"), Programme.Learning.Version]) : StepReply.Wrong.NoChoice;

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) => Done(@case, member => member with { Course = ReadNow(answer) });

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("En i husstanden har taget kurset.", "Somebody in the household has taken the course.");
}
