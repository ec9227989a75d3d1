using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Language;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Volunteers.Renewal;
using Husrum.Core.Volunteers.Rules;
using Husrum.Core.Volunteers.Steps;

namespace Husrum.Core.Volunteers;

/// <summary>
/// From application to welcome (seed 002_410962300ba9cc4f "find og klæd de frivillige på"; seeds 000 and 001 for HUSRUM):
/// the address is confirmed → times are offered → one is chosen → the conversation is held → declaration, certificates and intro course, side by side →
/// the coordinator decides. Turning down and taking back are possible all along.
/// </summary>
public sealed class VolunteerApproval(Organisation organisation, VolunteerBook volunteers, RenewalStarter renewals, PersonDirectory people, PersonNotices notices, TimeProvider time) : CaseProcess<VolunteerApplication>
{
    /// <inheritdoc />
    public override string Name => "volunteer-application";

    /// <inheritdoc />
    public override string IdPrefix => "v-";

    /// <inheritdoc />
    public override string PartitionPrefix => Prefix;

    private static readonly TimeSpan TalkLasts = TimeSpan.FromHours(1);

    /// <summary>What the partitions begin with.</summary>
    internal const string Prefix = "application:";

    /// <inheritdoc />
    public override string Orchestrator => VolunteerApproval_1.Name;

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<VolunteerApplication>> Steps { get; } =
    [
        new ConfirmAddress(organisation),
        new OfferTimes(organisation),
        new BookTime(organisation),
        new HoldConversation(organisation),
        new SignDeclaration(organisation),
        .. CertificateSteps.OfEachKind(new ApplicantCertificates(new ApplicantFacts(organisation)), organisation),
        new ChooseCourse(organisation),
        new AttendCourse(organisation),
        new DecideApplication(organisation),
    ];

    /// <inheritdoc />
    public override Bilingual Kind => new("Ansøgning om at blive frivillig", "Application to volunteer");

    /// <inheritdoc />
    public override Bilingual StandsAt(VolunteerApplication @case) => ApplicationStateWords.Of(@case.State);

    /// <inheritdoc />
    public override Bilingual StandsAtForStaff(VolunteerApplication @case) => ApplicationStateWords.ForStaff(@case.State);

    /// <inheritdoc />
    public override DateOnly? RetainUntil(VolunteerApplication @case, DateOnly today) => ApplicationRetention.Until(@case.State, today);

    /// <inheritdoc />
    public override Bilingual Word(string what) => ApplicationStateWords.Line(what);

    /// <inheritdoc />
    public override VolunteerApplication? Withdrawn(VolunteerApplication @case, DateTimeOffset now) =>
        @case.IsClosed ? null : @case with { State = ApplicationState.Withdrawn };

    /// <inheritdoc />
    public override IEnumerable<CaseDoing<VolunteerApplication>> DoingsOf(VolunteerApplication @case, DateTimeOffset now)
    {
        if (@case is { State: ApplicationState.Talking, Conversation.Booked: { } booked } && booked > now)
        {
            yield return new(
                ApplicationStateWords.Moved,
                new("Passer tiden alligevel ikke?", "Does the time not suit you after all?"),
                new($"I har aftalt {DateWords.Moment(booked, "da")}. Flytter du den, får koordinatoren besked, og du vælger en anden af de tider, der er tilbudt, eller beder om nye.", $"You have agreed on {DateWords.Moment(booked, "en")}. If you move it, the coordinator is told, and you pick another of the times offered or ask for new ones."),
                new("Flyt samtalen", "Move the conversation"),
                application => (application with { Conversation = application.Conversation with { Booked = null } }).Again("volunteer-book", "volunteer-talk"));
        }
    }

    /// <inheritdoc />
    public override Task SettleAsync(VolunteerApplication @case, CancellationToken cancellation) =>
        @case.State == ApplicationState.Approved ? WelcomeAsync(@case, cancellation) : Task.CompletedTask;

    private async Task WelcomeAsync(VolunteerApplication @case, CancellationToken cancellation)
    {
        await volunteers.WelcomeAsync(@case, cancellation);
        await TellWelcomeAsync(@case, cancellation);
        await renewals.StartAsync(@case.PersonId, @case.DepartmentId, @case.Certificates, cancellation);
    }

    // once their own page is there, which it leads to: a message is on its way as soon as it is written
    private async Task TellWelcomeAsync(VolunteerApplication @case, CancellationToken cancellation)
    {
        if (await people.ReachAsync(@case.PersonId, cancellation) is not { } person || await volunteers.GetAsync(@case.PersonId, cancellation) is not { Value: var volunteer })
            return;
        await notices.PutOnceAsync(
            Partition(@case.Id),
            [
                new PersonNotice
                {
                    CaseId = @case.Id,
                    Step = ApplicationMessages.Welcome,
                    Date = volunteer.Since,
                    To = person,
                    Template = ApplicationMessages.Welcome,
                    Fields = House(@case, person.Person.Language),
                    Links = [("page", new NoticeLink(VolunteerBook.Page, VolunteerBook.TokenIdOf(@case.PersonId)))],
                    Due = time.GetUtcNow(),
                },
            ],
            cancellation);
    }

    /// <inheritdoc />
    public override IEnumerable<CaseMessage> Tell(VolunteerApplication old, VolunteerApplication next)
    {
        if (next.Conversation.Booked is { } booked && old.Conversation.Booked != booked)
        {
            var step = $"booked-{next.RoundOf("volunteer-book")}";
            yield return new CaseMessage(ApplicationMessages.Booked, StepAudience.Person, step, language => Talk(next, booked, language)) { LinksToStatus = true, Calendar = language => Appointment(next, booked, language) };
            yield return new CaseMessage(ApplicationMessages.BookedForStaff, StepAudience.Department, step, language => [.. Talk(next, booked, language), new("person", next.Content.Name)]) { Calendar = language => Appointment(next, booked, language) };
        }

        if (old.Conversation.Booked is { } before && next.Conversation is { Booked: null, Offered.Count: > 0 } && next.State == ApplicationState.Talking)
            yield return new CaseMessage(ApplicationMessages.MovedForStaff, StepAudience.Department, $"moved-{next.RoundOf("volunteer-book")}", language => [.. Talk(next, before, language), new("person", next.Content.Name)]);

        if (next.CourseId is { } id && old.CourseId is null && organisation.Volunteering?.Course(id) is { } course)
            yield return new CaseMessage("volunteer-course-booked", StepAudience.Person, $"course-{next.RoundOf("volunteer-course")}", language => Course(course, language)) { LinksToStatus = true };
        if (next.State != old.State && ApplicationMessages.Closing(next.State) is { } template)
            yield return new CaseMessage(template, StepAudience.Person, template, language => House(next, language));
    }

    /// <inheritdoc />
    public override IEnumerable<CaseMoment<VolunteerApplication>> MomentsOf(VolunteerApplication @case)
    {
        if (@case is { State: ApplicationState.Talking, Conversation: { Booked: { } booked } talk })
            yield return DayBefore("talk", booked, talk.BookedAt, ApplicationMessages.TalkTomorrow, next => next.Conversation.Booked == booked, language => Talk(@case, booked, language));
        if (@case is { State: ApplicationState.Preparing, CourseId: { } id, CourseAttendedOn: null } && organisation.Volunteering?.Course(id) is { } course)
            yield return DayBefore("course", WallTime.ToUtc(course.Date, course.From), @case.CourseChosenAt, ApplicationMessages.CourseTomorrow, next => next.CourseId == id, language => Course(course, language));
    }

    // whoever books after the reminder's hour has just had the mail that says when
    private static CaseMoment<VolunteerApplication> DayBefore(string what, DateTimeOffset starts, DateTimeOffset? chosen, string template, Func<VolunteerApplication, bool> holds, Func<string, IEnumerable<KeyValuePair<string, string>>> fields)
    {
        var key = FormattableString.Invariant($"{what}-{starts.UtcDateTime:yyyyMMdd'T'HHmm}-reminder");
        var due = DayBeforeReminder.For(starts);
        return new CaseMoment<VolunteerApplication>(key, due)
        {
            UsefulUntil = starts,
            Tell = next => due <= chosen || !holds(next) ? [] : [new CaseMessage(template, StepAudience.Person, key, fields) { By = NoticeWay.SmsOrEmail, LinksToStatus = true, UsefulUntil = starts }],
        };
    }

    // nobody but the two need know what it is about
    private static CalendarEntry Appointment(VolunteerApplication @case, DateTimeOffset booked, string language) => new(
        @case.Id, booked, booked + TalkLasts, new Bilingual("Samtale om at være frivillig", "Conversation about volunteering").In(language), @case.Conversation.Place, @case.RoundOf("volunteer-book"));

    private IEnumerable<KeyValuePair<string, string>> House(VolunteerApplication @case, string language) =>
    [
        new("department", organisation.Department(@case.DepartmentId)?.Name ?? @case.DepartmentId),
        new("folder", Folder(language)),
        new("functions", string.Join(", ", @case.Content.Functions.Select(f => organisation.Volunteering?.Function(f)?.Name.In(language) ?? f))),
    ];

    // an address among the words of a mail is no link, so that nobody's words can become one; on the page it is
    private string Folder(string language) => organisation.Volunteering?.WelcomeFolder is not null
        ? new Bilingual("Velkomstmappen finder du på din egen side, som du åbner herunder.", "You find the welcome folder on your own page, which you open below.").In(language)
        : new Bilingual("Koordinatoren sender dig velkomstmappen.", "The coordinator will send you the welcome folder.").In(language);

    private IEnumerable<KeyValuePair<string, string>> Talk(VolunteerApplication @case, DateTimeOffset booked, string language) =>
        [.. House(@case, language), .. When(booked, language), new("place", @case.Conversation.Place)];

    private static IEnumerable<KeyValuePair<string, string>> Course(IntroCourse course, string language) =>
        [.. When(WallTime.ToUtc(course.Date, course.From), language), new("place", course.Place)];

    private static IEnumerable<KeyValuePair<string, string>> When(DateTimeOffset moment, string language) =>
        [new("when", DateWords.Moment(moment, language)), new("brief", DateWords.Brief(moment, language))];
}
