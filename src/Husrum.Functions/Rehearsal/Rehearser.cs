using Husrum.Core.Calendar;
using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal.Collecting;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Plays;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal;

/// <summary>What came of a rehearsal.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Events">All lines, in the order of time.</param>
/// <param name="SchoolHolidays">Those between the first and the last line.</param>
/// <param name="HolidaysKnownUntil">The last day of which school holidays are known; null where none are, or none count.</param>
internal sealed record RehearsalResult(RehearsalRequest Request, IReadOnlyList<RehearsedEvent> Events, IReadOnlyList<SchoolHoliday> SchoolHolidays, DateOnly? HolidaysKnownUntil)
{
    /// <summary>The first line's day.</summary>
    public DateOnly From => Events.Count == 0 ? Request.Start : WallTime.LocalDate(Events[0].At);

    /// <summary>The last line's day.</summary>
    public DateOnly Until => Events.Count == 0 ? Request.Start : WallTime.LocalDate(Events[^1].At);
}

/// <summary>Plays a process through, on a stage of its own.</summary>
internal static class Rehearser
{
    private const int Seed = 1;

    /// <summary>The rehearsal. It reads nothing and changes nothing outside of its stage.</summary>
    /// <param name="request">What.</param>
    /// <param name="organisation">Whose; its file, or the invented one.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RehearsalException">The program refuses what was asked for.</exception>
    public static async Task<RehearsalResult> RunAsync(RehearsalRequest request, Organisation organisation, CancellationToken cancellation = default)
    {
        var begins = WallTime.ToUtc(request.Start.AddDays(-request.Play.DaysBefore), request.Play.BeginsAt);
        await using var stage = await Stage.OpenAsync(new StageOptions(new StageWorld(Seed), organisation, begins) { Nights = false }, cancellation);
        await StageStaff.AddAsync(stage, organisation, request.Language, cancellation);
        var production = new Production(stage, request, organisation);
        await request.Play.BeginAsync(production, cancellation);
        var months = production.Has(Play.NobodyAnswers.Name) ? request.Play.MonthsUnanswered : request.Play.Months;
        var cast = new Cast(production.Script, production.Doings);
        await stage.GoToAsync(WallTime.ToUtc(DueDates.AddMonths(request.Start, months), request.Play.BeginsAt), [cast], cancellation);
        if (cast.Refused.Count > 0)
            throw new InvalidOperationException($"The rehearsal's people do not know a form: {string.Join(", ", cast.Refused)}.");
        var calendar = new CalendarMarks(request.Play.IsYear ? request.Municipality : null);
        var result = new RehearsalResult(request, await EventCollector.CollectAsync(production, calendar, cancellation), [], calendar.KnownUntil);
        return WithCalendar(result with { SchoolHolidays = [.. calendar.SchoolHolidays(result.From, result.Until)] });
    }

    // the calendar's own days are lines too
    private static RehearsalResult WithCalendar(RehearsalResult result)
    {
        var (language, lines) = (result.Request.Language, new List<RehearsedEvent>());
        RehearsedEvent Line(DateOnly day, string name, string text) => new(WallTime.ToUtc(day, TimeOnly.MinValue), RehearsedKind.Milestone, result.Request.Play.Name, "", name) { Headline = text };
        for (var day = result.From; day <= result.Until; day = day.AddDays(1))
        {
            if (CalendarMarks.ClockChange(day) is { } change)
                lines.Add(Line(day, "clock-change", change.In(language)));
        }

        foreach (var holiday in result.SchoolHolidays.Where(h => h.From > result.From))
            lines.Add(Line(holiday.From, "school-holiday", holiday.Name.Into($"{{0}} begynder og varer til {DanishDates.Short(holiday.Until)}", $"{{0}} begins and lasts until {EnglishDates.Short(holiday.Until)}").In(language)));
        return result with { Events = [.. RehearsedEvent.InOrder(lines.Concat(result.Events))] };
    }
}
