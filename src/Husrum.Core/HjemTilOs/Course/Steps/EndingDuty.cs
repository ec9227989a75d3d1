using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>What staff have to do when a course ends, one at a time, in their order.</summary>
internal sealed class EndingDuty(string duty, Organisation organisation) : CourseTask(organisation)
{
    /// <summary>See <see cref="CaseStep{TCase}.Kind"/>.</summary>
    public const string Name = "hto-ending";

    private const string Done = "done";
    private const string Rematch = "rematch";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override string Question => PartyQuestions.Of(Name, duty);

    /// <inheritdoc />
    protected override Bilingual Task => Words.Task;

    private (Bilingual Task, Bilingual Title, Bilingual How, Bilingual Line) Words => duty switch
    {
        EndingRules.TellChild => (
            new("at ringe til barnets forældre eller kontaktperson om, at forløbet slutter", "to call the child's parents or contact person to say that the visits end"),
            new("Ring til barnets forældre eller kontaktperson", "Call the child's parents or contact person"),
            new("Fortæl, at forløbet slutter, og hvad der sker nu. Barnet skal høre det af en, det kender, og vide, at det ikke er barnets skyld.", "Tell them that the visits end, and what happens now. The child should hear it from somebody they know, and know that it is not their fault."),
            new("Barnets side har fået besked om, at forløbet slutter.", "The child's side has been told that the visits end.")),
        EndingRules.TellFamily => (
            new("at ringe til venskabsfamilien om, at forløbet slutter, og sige tak", "to call the friend family to say that the visits end, and to thank them"),
            new("Ring til venskabsfamilien", "Call the friend family"),
            new("Fortæl, at forløbet slutter, og sig tak. Hør, om de har brug for at tale om det, og om de vil møde et andet barn.", "Tell them that the visits end, and thank them. Hear whether they need to talk about it, and whether they would like to meet another child."),
            new("Venskabsfamilien har fået besked om, at forløbet slutter.", "The friend family has been told that the visits end.")),
        EndingRules.AskRematch => (
            new("at høre, om barnet ønsker sig en ny venskabsfamilie", "to hear whether the child would like another friend family"),
            new("Ønsker barnet sig en ny venskabsfamilie?", "Would the child like another friend family?"),
            new("Spørg barnets forældre eller kontaktperson, og gerne barnet selv.", "Ask the child's parents or contact person, and the child too, if you can."),
            new("Vi har spurgt, om barnet ønsker sig en ny venskabsfamilie.", "We have asked whether the child would like another friend family.")),
        _ => (
            new("at tale med venskabsfamilien om det, der er sket", "to talk with the friend family about what happened"),
            new("Tal med venskabsfamilien om det, der er sket", "Talk with the friend family about what happened"),
            new("Tilbyd sparring med den børnefaglige rådgivning. Skriv ikke noget om, hvad der blev sagt.", "Offer a talk with our child advisers. Write nothing about what was said."),
            new("Vi har talt med venskabsfamilien om det, der er sket.", "We have talked with the friend family about what happened.")),
    };

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => @case.Ending is { } ending && ending.Duties is [var next, ..] && next == duty;

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        Words.Title.In(language),
        [Words.How.In(language)],
        duty == EndingRules.AskRematch
            ? [new(Rematch, new Bilingual("Ja, barnet kommer på ventelisten igen", "Yes, the child is put on the waiting list again").In(language)), new(Done, new Bilingual("Nej, ikke nu", "No, not now").In(language))]
            : [new(Done, new Bilingual("Det er gjort", "It is done").In(language))]);

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => duty == EndingRules.AskRematch ? StepReply.OneOf(form, Rematch, Done) : StepReply.OneOf(form, Done);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer)
    {
        var asked = duty == EndingRules.AskRematch ? @case with { RematchWished = answer.Word == Rematch } : @case;
        return CourseEnd.Done(asked, duty, answer.Today) is var next && next.Ending is { Duties: [EndingRules.ExtraVisit, ..] } ? next with { ExtraVisit = next.ExtraVisit ?? new Meeting() } : next;
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => Words.Line;
}
