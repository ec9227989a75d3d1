using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>
/// Messages that were sent and of which the provider has said nothing in time: they go the other way where there is one, and before a person where there is none.
/// "Sent" alone promises nobody that it arrived (rules-and-sources.md 2.7).
/// </summary>
internal sealed partial class MissingReports(IRegister register, NoticeHold hold, TimeProvider time, ILogger logger)
{
    private readonly OtherWay _otherWay = new(register);

    public async Task SettleAsync(Turn turn, CancellationToken cancellation)
    {
        var notice = turn.Notice with { ReportDue = null };
        LogMissing(logger, notice.Key);
        // what was reported between a backup and its return is not in the backup
        if (await hold.ReasonAsync(notice, cancellation) is { } reason)
        {
            await turn.EndAsync(notice with { State = NoticeState.Uncertain, Reason = reason }, cancellation);
            return;
        }

        var (settled, instead) = await _otherWay.OfAsync(turn.Partition, notice with { Reason = NoticeReasons.NoReport }, time.GetUtcNow(), cancellation);
        await turn.EndAsync(settled.IsPassedOn ? settled : settled with { State = NoticeState.Uncertain }, cancellation, instead);
    }

    [LoggerMessage(LogLevel.Warning, "Message {Key} was sent, and nobody has said whether it arrived")]
    private static partial void LogMissing(ILogger logger, string key);
}
