using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Language;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>Reads the times a coordinator offers.</summary>
internal static class TimesReading
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH.mm"];

    /// <summary>The fields for them.</summary>
    public static IReadOnlyList<StepInput> Inputs(string placeField, string language) =>
    [
        .. Enumerable.Range(1, OfferTimes.Most).Select(n => new StepInput(OfferTimes.TimeField(n), new Bilingual($"Tid {n}", $"Time {n}").In(language), StepInputKind.Moment)),
        new(placeField, new Bilingual("Sted eller telefon", "Place or phone").In(language), StepInputKind.Text, new Bilingual("Hvor I mødes, eller hvem der ringer til hvem.", "Where you meet, or who calls whom.").In(language)),
    ];

    /// <summary>The place and the times, as values; or what is wrong.</summary>
    public static StepReply Read(StepForm form, string placeField, DateTimeOffset now)
    {
        var problems = new List<FieldProblem>();
        var times = new SortedSet<DateTimeOffset>();
        foreach (var number in Enumerable.Range(1, OfferTimes.Most))
        {
            var field = OfferTimes.TimeField(number);
            if (form.Plain(field) is not { Length: > 0 } typed)
                continue;
            if (!DateTime.TryParseExact(typed, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
                problems.Add(new(field, "Skriv dag og klokkeslæt, for eksempel 2026-09-14 16:30.", "Write day and time, for example 2026-09-14 16:30."));
            else if (WallTime.ToUtc(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)) is var time && time <= now)
                problems.Add(new(field, "Tiden er gået. Skriv en senere tid.", "That time has passed. Write a later one."));
            else
                times.Add(time);
        }

        if (times.Count == 0 && problems.Count == 0)
            problems.Add(new(OfferTimes.TimeField(1), "Skriv mindst én tid.", "Write at least one time."));
        var place = form.Plain(placeField);
        if (place.Length == 0)
            problems.Add(new(placeField, "Skriv, hvor I mødes, eller hvem der ringer.", "Write where you meet, or who calls."));
        else if (place.Length > 200)
            problems.Add(new(placeField, "Teksten er for lang (højst 200 tegn).", "The text is too long (at most 200 characters)."));
        else if (CprLike.IsIn(place))
            problems.Add(FieldProblem.At(placeField, CprLike.Problem));
        return problems.Count > 0 ? new StepReply.Wrong(problems) : new StepReply.Given("offer", null, [place, .. times.Select(Write)]);
    }

    /// <summary>A time as a value.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    /// <summary>A time from a value.</summary>
    public static DateTimeOffset Parse(string value) =>
        DateTimeOffset.ParseExact(value, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
