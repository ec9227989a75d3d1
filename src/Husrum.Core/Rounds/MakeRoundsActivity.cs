using Husrum.Core.Calendar;
using Husrum.Durable;

namespace Husrum.Core.Rounds;

/// <summary>Makes every round, and names the moment of the next. One that fails keeps no other from being made; then all are tried again.</summary>
internal sealed class MakeRoundsActivity(IEnumerable<Round> rounds, TimeProvider time) : TaskActivity<bool, DateTimeOffset>
{
    private const int DaysBetween = 7;
    private static readonly TimeOnly At = new(5, 0);

    /// <inheritdoc />
    public override async Task<DateTimeOffset> RunAsync(TaskActivityContext context, bool input)
    {
        var wished = new List<DateTimeOffset>();
        Exception? trouble = null;
        foreach (var round in rounds)
        {
            try
            {
                if (await round.RunAsync(input, context.Cancellation) is { } moment)
                    wished.Add(moment);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                trouble ??= e;
            }
        }

        if (trouble is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(trouble).Throw();
        var today = WallTime.LocalDate(time.GetUtcNow());
        wished.Add(WallTime.ToUtc(today.AddDays(DaysBetween), At));

        // never more than once a night
        return wished.Select(moment => Night(WallTime.LocalDate(moment), today)).Min();
    }

    private static DateTimeOffset Night(DateOnly day, DateOnly today) => WallTime.ToUtc(day > today ? day : today.AddDays(1), At);
}
