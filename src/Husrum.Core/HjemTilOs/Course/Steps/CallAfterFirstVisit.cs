using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>"Red Barnet ringer til barnets forældre/kontaktperson for at høre, hvordan første besøg på egen hånd er gået" (seed 004_bab00eb426d4101c).</summary>
internal sealed class CallAfterFirstVisit(Organisation organisation) : CourseTask(organisation)
{
    private const string Talked = "talked";

    /// <inheritdoc />
    public override string Question => "hto-first-call";

    /// <inheritdoc />
    protected override Bilingual Task => new("at ringe til barnets forældre eller kontaktperson og høre, hvordan det første besøg gik", "to call the child's parents or contact person and hear how the first visit went");

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => @case is { FirstVisitTalked: false, IsOver: false, Ending: null } && @case.Visits.Any(v => v.State is VisitState.Met or VisitState.Unheard);

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Hvordan gik det første besøg?", "How did the first visit go?").In(language),
        [new Bilingual("Ring til barnets forældre eller kontaktperson, og hør, hvordan det første besøg på egen hånd gik. Skriv kun her, at I har talt sammen.", "Call the child's parents or contact person and hear how the first visit on their own went. Only record here that you have talked.").In(language)],
        [new(Talked, new Bilingual("Vi har talt sammen", "We have talked").In(language))]);

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Talked);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer) => @case with { FirstVisitTalked = true };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("Vi har ringet og hørt, hvordan det første besøg gik.", "We have called and heard how the first visit went.");
}
