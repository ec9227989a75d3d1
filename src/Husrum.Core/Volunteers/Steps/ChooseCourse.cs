using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>The applicant picks a date for the intro course: mandatory for all, once every quarter (seed 001_e73704ec3ca2997b).</summary>
internal sealed class ChooseCourse(Organisation organisation) : ApplicantStep(organisation)
{
    private const string Chosen = "chosen";

    /// <inheritdoc />
    protected override string Subject => "course";

    /// <inheritdoc />
    public override IDecisionPlan Plan(VolunteerApplication @case) => ApplicationPlans.Patient;

    /// <inheritdoc />
    public override bool IsOpen(VolunteerApplication @case) => @case is { State: ApplicationState.Preparing, CourseId: null, CourseAttendedOn: null };

    /// <inheritdoc />
    public override StepPage Page(VolunteerApplication @case, string language, DateTimeOffset now)
    {
        var courses = Ahead(now).ToList();
        return new(
            new Bilingual("Hvornår kommer du på introkursus?", "When will you come to the intro course?").In(language),
            [
                courses.Count > 0
                    ? new Bilingual("Alle nye frivillige kommer på introkurset. Vælg en dato.", "All new volunteers take the intro course. Pick a date.").In(language)
                    : new Bilingual("Der er ingen datoer endnu. Linket i e-mailen virker stadig, når de er sat. Vi minder dig om det.", "There are no dates yet. The link in the e-mail still works when they are set. We will remind you.").In(language),
            ],
            [.. courses.Select(c => new StepChoice(c.Id, new Bilingual($"{DateWords.Long(c.Date, "da")} kl. {c.From:HH.mm}-{c.Until:HH.mm}, {c.Place}", $"{DateWords.Long(c.Date, "en")}, {c.From:HH:mm}-{c.Until:HH:mm}, {c.Place}").In(language)))]);
    }

    /// <inheritdoc />
    public override StepReply Read(VolunteerApplication @case, StepForm form, DateTimeOffset now) =>
        Ahead(now).FirstOrDefault(c => c.Id == form.Answer) is { } course ? new StepReply.Given(Chosen, null, [course.Id, TimesReading.Write(Ends(course))]) : StepReply.Wrong.NoChoice;

    /// <inheritdoc />
    public override VolunteerApplication After(VolunteerApplication @case, StepAnswer answer) => answer.Word == Chosen
        ? @case with { CourseId = answer.Values[0], CourseEnds = TimesReading.Parse(answer.Values[1]), CourseChosenAt = answer.At }
        : @case with { State = ApplicationState.Lapsed };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Chosen
        ? new("Datoen for introkurset er valgt.", "The date of the intro course is chosen.")
        : new("Der blev ikke valgt et introkursus, så ansøgningen er lukket.", "No intro course was chosen, so the application is closed.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du vælger en dato for introkurset", "you to pick a date for the intro course");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at ansøgeren vælger en dato for introkurset", "the applicant to pick a date for the intro course");

    private IEnumerable<IntroCourse> Ahead(DateTimeOffset now) => Volunteering.IntroCourses.Where(c => WallTime.ToUtc(c.Date, c.From) > now).OrderBy(c => c.Date);

    private static DateTimeOffset Ends(IntroCourse course) => WallTime.ToUtc(course.Date, course.Until);
}
