using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Core.Refunds.Rules;

/// <summary>The activity has taken place, and not longer ago than the accounts can bear. House rule: a year, which an organisation may change.</summary>
public static class ActivityDateIsRecent
{
    private static readonly string[] Ways = ["yyyy-MM-dd", "d.M.yyyy", "d/M-yyyy", "d/M/yyyy", "d-M-yyyy"];

    /// <summary>See <see cref="FormRule"/>.</summary>
    public static IEnumerable<FieldProblem> Check(ClaimForm form, FormHouse house)
    {
        if (Read(form.ActivityDate) is not { } date)
        {
            yield return new("activityDate", "Skriv datoen for aktiviteten, for eksempel 31.8.2026.", "Please write the date of the activity, for example 31.8.2026 (day first).");
            yield break;
        }

        var oldest = DueDates.AddMonths(house.Today, -house.Settings.OldestActivityMonths);
        if (date > house.Today)
            yield return new("activityDate", "Datoen ligger i fremtiden. Send udlægget, når aktiviteten er holdt.", "The date is in the future. Please send the claim when the activity has taken place.");
        else if (date < oldest)
            yield return new(
                "activityDate",
                $"Aktiviteten ligger før den {DanishDates.Short(oldest)}. Tal med din koordinator, når et udlæg er så gammelt.",
                $"The activity was before {EnglishDates.Short(oldest)}. Please talk to your coordinator when a claim is that old.");
    }

    /// <summary>The date, or null.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(TypedText.Plain(text).Without(" "), Ways, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
