using System.Globalization;
using System.Text;
using Husrum.Core.Calendar;

namespace Husrum.Functions.Rehearsal.Printing;

/// <summary>The timeline as a picture: a lane each for visits and dates, for tasks, for answers and for messages, over the months and the holidays.</summary>
internal sealed class TimelinePicture(RehearsalResult result, Words words)
{
    private const double Width = 1000;
    private const double Left = 92;
    private const double Right = 12;
    private const int Lane = 34;
    private const int Top = 26;

    // shorter than this, weeks and not months stand on the axis
    private const int DaysOfWeeks = 120;

    private DateOnly From => result.From;

    private int Days => Math.Max(result.Until.DayNumber - From.DayNumber, 1);

    /// <summary>An SVG element, whole and by itself.</summary>
    public string Draw()
    {
        (string Name, string Class, Func<RehearsedEvent, bool> Has)[] lanes =
        [
            (words.Say("Datoer", "Dates"), "date", e => e.Kind == RehearsedKind.Milestone && e.Name != "visit" && e.Instance.Length > 0),
            (words.Say("Besøg", "Visits"), "visit", e => e.Name == "visit"),
            (words.Say("Opgaver", "Tasks"), "task", e => e.Kind == RehearsedKind.Task),
            (words.Say("Svar", "Answers"), "answer", e => e.Kind == RehearsedKind.Decision),
            ("Mail", "mail", e => e.Channel == "email"),
            ("SMS", "sms", e => e.Channel == "sms"),
        ];
        lanes = [.. lanes.Where(lane => result.Events.Any(lane.Has))];
        var bottom = Top + (lanes.Length * Lane);
        var svg = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width:0} {bottom + 26}\" role=\"img\" aria-labelledby=\"picture-title picture-text\">\n"));
        svg.Append($"<title id=\"picture-title\">{Html.Text(words.Say("Tidslinjen som billede", "The timeline as a picture"))}</title><desc id=\"picture-text\">{Html.Text(words.Sum(result))}</desc>\n");
        foreach (var holiday in result.SchoolHolidays)
            svg.Append(string.Create(CultureInfo.InvariantCulture, $"<rect class=\"off\" x=\"{X(holiday.From):0.#}\" y=\"{Top}\" width=\"{Math.Max(X(holiday.Until.AddDays(1)) - X(holiday.From), 1):0.#}\" height=\"{bottom - Top}\"><title>{Html.Text(holiday.Name.In(words.Language))}</title></rect>\n"));
        Axis(svg, bottom);
        foreach (var (lane, index) in lanes.Select((lane, index) => (lane, index)))
            Draw(svg, lane.Name, lane.Class, result.Events.Where(lane.Has), Top + (index * Lane) + (Lane / 2));
        foreach (var change in result.Events.Where(e => e.Name == "clock-change"))
            svg.Append(string.Create(CultureInfo.InvariantCulture, $"<line class=\"clock\" x1=\"{X(Day(change)):0.#}\" x2=\"{X(Day(change)):0.#}\" y1=\"{Top}\" y2=\"{bottom}\"><title>{Html.Text(change.Headline)}</title></line>\n"));
        return svg.Append("</svg>\n").ToString();
    }

    private void Axis(StringBuilder svg, int bottom)
    {
        foreach (var day in Ticks())
        {
            var label = Days < DaysOfWeeks ? DateWordsShort(day) : MonthName(day);
            svg.Append(string.Create(CultureInfo.InvariantCulture, $"<line class=\"tick\" x1=\"{X(day):0.#}\" x2=\"{X(day):0.#}\" y1=\"{Top - 4}\" y2=\"{bottom}\"/><text x=\"{X(day) + 3:0.#}\" y=\"{Top - 10}\">{Html.Text(label)}</text>\n"));
        }
    }

    private IEnumerable<DateOnly> Ticks()
    {
        if (Days >= DaysOfWeeks)
        {
            for (var month = new DateOnly(From.Year, From.Month, 1).AddMonths(From.Day > 1 ? 1 : 0); month <= result.Until; month = month.AddMonths(1))
                yield return month;
            yield break;
        }

        var step = Days < 50 ? 7 : 14;
        for (var day = From.AddDays((8 - (int)From.DayOfWeek) % 7); day <= result.Until; day = day.AddDays(step))
            yield return day;
    }

    private void Draw(StringBuilder svg, string name, string style, IEnumerable<RehearsedEvent> events, int y)
    {
        svg.Append(string.Create(CultureInfo.InvariantCulture, $"<text class=\"lane\" x=\"4\" y=\"{y + 4}\">{Html.Text(name)}</text><line class=\"base\" x1=\"{Left:0}\" x2=\"{Width - Right:0}\" y1=\"{y}\" y2=\"{y}\"/>\n"));
        foreach (var day in events.GroupBy(Day))
        {
            var marked = day.Any(e => e.Marks.Count > 0 && e.Name == "visit");
            var tip = $"{words.At(day.First().At)[..10]}: {string.Join("; ", day.Select(e => e.Headline).Distinct(StringComparer.Ordinal).Take(3))}{(marked ? " ! " + words.Marks(day.First(e => e.Marks.Count > 0)) : "")}";
            svg.Append(string.Create(CultureInfo.InvariantCulture, $"<circle class=\"{style}{(marked ? " clash" : "")}\" cx=\"{X(day.Key):0.#}\" cy=\"{y}\" r=\"{Math.Min(3.2 + (day.Count() * 0.5), 6):0.#}\"><title>{Html.Text(tip)}</title></circle>\n"));
        }
    }

    private static DateOnly Day(RehearsedEvent line) => WallTime.LocalDate(line.At);

    private double X(DateOnly day) => Left + 6 + ((Width - Left - Right - 12) * Math.Clamp(day.DayNumber - From.DayNumber, 0, Days) / Days);

    private string MonthName(DateOnly day) =>
        (words.Language == "en" ? EnglishDates.Short(day)[2..5] : DanishDates.Long(day).Split(' ')[3][..3]) + (day.Month == 1 ? FormattableString.Invariant($" {day.Year}") : "");

    private string DateWordsShort(DateOnly day) => words.Language == "en" ? EnglishDates.Short(day)[..^5] : FormattableString.Invariant($"{day.Day}/{day.Month}");
}
