using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Links;

namespace Husrum.Core.HjemTilOs.Course;

/// <summary>What the two sides of a course do by their own link, besides answering.</summary>
public sealed class CourseDesk(CaseBook<FamilyCourse> book, CaseDesk cases, CaseServices services)
{
    /// <summary>Where the link enters.</summary>
    public const string Page = "/hjem-til-os/forloeb";

    /// <summary>The course behind a link; null where it does not work. Changes nothing.</summary>
    public async Task<CourseView?> ViewAsync(string? token, CancellationToken cancellation = default)
    {
        if (await FindAsync(token, cancellation) is not { } found || await cases.StatusAsync(token, cancellation) is not { } status)
            return null;
        var picture = CoursePicture.Of(found.Course, services.Organisation, found.Party.Side, Today);
        return new CourseView(found.Course.Id, found.Party.PersonId, status.PersonName, status.Language, found.Party.Side, found.Course, status.StandsAt, picture, status.WaitsFor, status.Timeline, new Dictionary<string, string>());
    }

    /// <summary>A visit moved inside its week, as the two sides have agreed. Both are told.</summary>
    /// <param name="token">From the link.</param>
    /// <param name="week">The Monday of the visit's week.</param>
    /// <param name="day">As typed.</param>
    /// <param name="from">As typed.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<CourseResult> MoveAsync(string? token, string week, string day, string from, CancellationToken cancellation = default)
    {
        if (!HtoWords.TryDay(week, out var monday) || !HtoWords.TryDay(day, out var date))
            return Refuse("day", NoDay);
        return !HtoWords.TryTime(from, out var time) ? Refuse("from", NoTime) : ChangeAsync(token, CourseWords.Moved, "day", (course, _) => CourseChanges.Move(course, monday, date, time, Today), cancellation);
    }

    /// <summary>A visit called off. Both sides are told.</summary>
    public Task<CourseResult> CallOffAsync(string? token, string week, CancellationToken cancellation = default) =>
        HtoWords.TryDay(week, out var monday) ? ChangeAsync(token, CourseWords.CalledOff, "week", (course, _) => CourseChanges.CallOff(course, monday, Today), cancellation) : Refuse("week", NoDay);

    /// <summary>Another fixed day, from next week. Both sides are told.</summary>
    public Task<CourseResult> ChangeDayAsync(string? token, string weekday, string from, string until, CancellationToken cancellation = default)
    {
        if (!Enum.TryParse<DayOfWeek>(weekday, out var day) || !Enum.IsDefined(day))
            return Refuse("weekday", NoDay);
        if (!HtoWords.TryTime(from, out var begins))
            return Refuse("from", NoTime);
        return !HtoWords.TryTime(until, out var ends) ? Refuse("until", NoTime)
            : ChangeAsync(token, CourseWords.DayChanged, "until", (course, _) => CourseChanges.ChangeDay(course, course.Agreements[^1] with { Day = day, From = begins, Until = ends }, Today), cancellation);
    }

    /// <summary>Visits rest, from today or later; without a last day staff see to it. Both sides are told.</summary>
    public Task<CourseResult> RestAsync(string? token, PauseReason reason, string from, string until, CancellationToken cancellation = default)
    {
        if (!HtoWords.TryDay(from, out var first))
            return Refuse("pauseFrom", NoDay);
        DateOnly? last = null;
        if (until.Trim().Length > 0)
        {
            if (!HtoWords.TryDay(until, out var day))
                return Refuse("pauseUntil", NoDay);
            last = day;
        }

        return reason is PauseReason.Consent or PauseReason.Crisis or PauseReason.Certificate ? Task.FromResult<CourseResult>(new CourseResult.Gone())
            : ChangeAsync(token, CourseWords.Paused, "pauseUntil", (course, _) => CourseChanges.Rest(course, reason, first, last, Today), cancellation);
    }

    /// <summary>A side wants to stop, on a day or at once. Whose initiative it is decides what follows.</summary>
    public Task<CourseResult> StopAsync(string? token, string lastDay, CancellationToken cancellation = default)
    {
        var day = Today;
        if (lastDay.Trim().Length > 0 && !HtoWords.TryDay(lastDay, out day))
            return Refuse("lastDay", NoDay);
        return ChangeAsync(token, CourseWords.Ends, "lastDay", (course, party) => course.Ending is not null ? course : CourseEnd.Begin(course, party.Side == Sides.Family ? EndingReason.Family : EndingReason.Parents, day, Today), cancellation);
    }

    /// <summary>A custody holder withdraws their consent: visits rest at once, staff are told at any hour, and at the referral it counts as taken back too.</summary>
    public Task<CourseResult> WithdrawConsentAsync(string? token, CancellationToken cancellation = default) => ChangeAsync(
        token,
        CourseWords.ConsentWithdrawn,
        "consent",
        (course, party) => party.Side == Sides.Family || course.Pauses is [.., { IsOver: false, Reason: PauseReason.Consent }] ? course : CourseChanges.Withdraw(course, party.PersonId, services.Now, Today),
        cancellation,
        guardians: true);

    /// <summary>The family was asked by the municipality directly, and tells us. Staff answer.</summary>
    public Task<CourseResult> MunicipalityAskedAsync(string? token, RequestKind what, CancellationToken cancellation = default) => ChangeAsync(
        token,
        CourseWords.Requested,
        "what",
        (course, party) => party.Side != Sides.Family || course.Requests.Any(r => r.What == what && r.On == Today) ? course : CourseChanges.Request(course, what, byFamily: true, Today),
        cancellation);

    private DateOnly Today => WallTime.LocalDate(services.Now);

    private static Bilingual NoDay => new("Vælg en dag.", "Please pick a day.");

    private static Bilingual NoTime => new("Skriv klokkeslættet, for eksempel 15.30.", "Write the time, for example 15:30.");

    private static Task<CourseResult> Refuse(string field, Bilingual why) => Task.FromResult<CourseResult>(new CourseResult.Refused(field, why));

    private async Task<CourseResult> ChangeAsync(string? token, string word, string field, Func<FamilyCourse, CaseParty, Reading<FamilyCourse>> change, CancellationToken cancellation, bool guardians = false)
    {
        if (await FindAsync(token, cancellation) is not { } found || !(found.Party.Side is Sides.Child or Sides.Family || (guardians && found.Party.Side == Sides.Guardian)))
            return new CourseResult.Gone();
        Bilingual? problem = null;
        await book.MoveAsync(
            found.Course.Id,
            word,
            found.Party.PersonId,
            course =>
            {
                var reading = course.IsOver ? new Bilingual("Forløbet er slut.", "The visits have ended.") : change(course, found.Party);
                problem = reading.Problem;
                return reading.IsOk && !ReferenceEquals(reading.Value, course) ? reading.Value : null;
            },
            cancellation);
        return problem is null ? new CourseResult.Done() : new CourseResult.Refused(field, problem);
    }

    private async Task<(FamilyCourse Course, CaseParty Party)?> FindAsync(string? token, CancellationToken cancellation) =>
        await services.Links.ResolveAsync(token, LinkPurpose.Status, cancellation) is { Value: { PersonId: { } reader } link }
        && await book.GetAsync(link.CaseId, cancellation) is { Value: var course } && course.PartyOf(reader) is { Side: not Sides.Referrer } party ? (course, party) : null;
}
