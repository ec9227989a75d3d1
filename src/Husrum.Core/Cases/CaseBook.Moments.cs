using System.Globalization;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <content>What happens in cases by itself.</content>
public sealed partial class CaseBook<TCase>
{
    // a run looks in now and then however far away the next moment is: its timers stay few in both homes
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(30);

    private DateTimeOffset? WakeAt(TCase @case)
    {
        if (process.Pending(@case).FirstOrDefault() is not { } next)
            return null;
        var latest = services.Now + LongestSleep;
        return next.Due < latest ? next.Due : latest;
    }

    /// <summary>Lets the moments pass whose time has come, one batch each, in order. What each makes of the case, its messages and the mark that it has passed are written together, so it happens once.</summary>
    private async Task PassMomentsAsync(string caseId, CancellationToken cancellation)
    {
        bool passed;
        do
        {
            passed = false;
            await ChangeAsync(
                caseId,
                async (batch, stored) =>
                {
                    var now = services.Now;
                    passed = process.Pending(stored.Value).FirstOrDefault() is { } moment && moment.Due <= now;
                    if (passed)
                        await PassAsync(batch, stored, process.Pending(stored.Value).First(), now, cancellation);
                    return passed;
                },
                cancellation);
        }
        while (passed);
    }

    private async Task PassAsync(RegisterBatch batch, Stored<TCase> stored, CaseMoment<TCase> moment, DateTimeOffset now, CancellationToken cancellation)
    {
        var inTime = moment.UsefulUntil is not { } end || now < end;
        var next = moment.After?.Invoke(stored.Value, new MomentPassed(moment.Due, now, inTime)) ?? stored.Value;
        next = (TCase)(next with { Passed = [.. next.Passed, moment.Key] });
        TimelineLine[] lines = moment.Word is { } word ? [new TimelineLine(word, now, About: moment.Due.ToString("u", CultureInfo.InvariantCulture))] : [];
        await WriteAsync(batch, stored, next, lines, now, cancellation, inTime ? moment.Tell?.Invoke(next) : null);
    }
}
