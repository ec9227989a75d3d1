using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;

namespace Husrum.Functions.Rehearsal.People;

/// <summary>The answer of somebody with whom everything goes as it should, to any question: the first choice there is, and every field filled in.</summary>
internal static class Yes
{
    private const int WeekdaysAhead = 7;

    /// <summary>It, with some fields otherwise.</summary>
    public static Reply To(Situation situation, params (string Name, string Value)[] otherwise)
    {
        var moments = 0;
        string Fill(StepInput input) => input.Kind switch
        {
            StepInputKind.Tick => "on",
            StepInputKind.Date => Date(situation.Today),
            StepInputKind.Moment => Moment(Weekdays.Add(situation.Today, WeekdaysAhead + moments++)),
            _ => "Som vi har talt om",
        };
        var fields = (situation.Page?.Inputs ?? []).Where(input => otherwise.All(o => o.Name != input.Name)).Select(input => (input.Name, Fill(input)));
        return situation.First with { Fields = [.. fields, .. otherwise] };
    }

    /// <summary>A day as a form has it.</summary>
    public static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Half past four on a day, as a form has it.</summary>
    public static string Moment(DateOnly day) => Date(day) + "T16:30";
}
