using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>Three misses in a row: staff call both sides.</summary>
internal sealed class TalkAboutMisses(Organisation organisation) : CourseTask(organisation)
{
    private const string Talked = "talked";

    /// <inheritdoc />
    public override string Question => "hto-misses";

    /// <inheritdoc />
    protected override Bilingual Task => new("at ringe om tre besøg i træk, der ikke er blevet til noget", "to call about three visits in a row that have not taken place");

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => !@case.IsOver && @case.Ending is null && Misses.Row(@case) is not null;

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Tre besøg i træk er ikke blevet til noget", "Three visits in a row have not taken place").In(language),
        [new Bilingual("Ring til familien først og så til barnets forældre eller kontaktperson, og hør, hvad der er brug for: en anden dag, en pause eller noget andet. Skriv kun her, at det er gjort.", "Call the family first and then the child's parents or contact person, and hear what is needed: another day, a pause or something else. Only record here that it is done.").In(language)],
        [new(Talked, new Bilingual("Vi har talt med begge", "We have talked with both").In(language))]);

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Talked);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer) => (@case with { MissesTalkedUpTo = Misses.Row(@case) ?? @case.MissesTalkedUpTo }).Again(Question);

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("Vi har talt med begge om de besøg, der ikke blev til noget.", "We have talked with both about the visits that did not take place.");
}
