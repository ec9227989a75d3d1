using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The coordinator records whether the applicant came. Asked when the course is over.</summary>
internal sealed class AttendCourse(Organisation organisation) : CoordinatorStep(organisation)
{
    private const string Came = "came";
    private const string Absent = "absent";

    /// <inheritdoc />
    public override string Question => "volunteer-attended";

    /// <inheritdoc />
    protected override Bilingual Task => new("at skrive, om ansøgeren kom på introkursus", "to record whether the applicant came to the intro course");

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case is { State: ApplicationState.Preparing, CourseId: not null, CourseAttendedOn: null };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(VolunteerApplication @case) => @case.CourseEnds;

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now) => new(
        new Bilingual("Kom ansøgeren på introkurset?", "Did the applicant come to the intro course?").In(language),
        [],
        [
            new(Came, new Bilingual("Ja", "Yes").In(language)),
            new(Absent, new Bilingual("Nej", "No").In(language), new Bilingual("Ansøgeren bliver bedt om at vælge en ny dato.", "The applicant will be asked to pick a new date.").In(language)),
        ])
    { Facts = [new(new Bilingual("Navn", "Name").In(language), @case.Content.Name)] };

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Came, Absent);

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer) => answer.Word == Came
        ? Readiness.Settle(@case with { CourseAttendedOn = WallTime.LocalDate(@case.CourseEnds!.Value) })
        : (@case with { CourseId = null, CourseEnds = null }).Again("volunteer-course", Question);

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Came
        ? new("Introkurset er gennemført.", "The intro course is completed.")
        : new("Introkurset blev ikke gennemført. Der skal vælges en ny dato.", "The intro course was not attended. A new date is to be picked.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("introkurset", "the intro course");
}
