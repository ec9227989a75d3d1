using Husrum.Core.Calendar;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>One message's way out: claimed under a lease, handed over, settled. Each step is on disk before the next begins.</summary>
internal sealed partial class NoticeRun(IRegister register, IMessageRenderer renderer, IMessageProvider provider, NoticeHold hold, MessengerOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan IndexAheadFor = TimeSpan.FromHours(1);

    private readonly AddressThrottle _throttle = new(options.PerAddressAndHour, options.PerAddressAndDay);
    private readonly OtherWay _otherWay = new(register);
    private readonly NoticeChoices _choices = new(register);
    private readonly MissingReports _missing = new(register, hold, time, logger);

    /// <summary>Does what there is to do for the message under a due-index row now.</summary>
    /// <returns>False where another one holds it: look again later. Null where the message is not there: its index row goes ahead of it, in a register that spreads over machines, and whoever writes it, or the register's own sweep, settles that.</returns>
    public async Task<bool?> RunAsync(string dueRow, NoticePlace place, CancellationToken cancellation)
    {
        var stored = await register.GetAsync<Notice>(place.Partition, place.Row, cancellation);
        if (stored is null && time.GetUtcNow() < Outbox.DueOf(dueRow) + IndexAheadFor)
            return null;
        var turn = new Turn(register, stored!, dueRow);
        switch (stored?.Value.State)
        {
            case NoticeState.Due:
                if (await ClaimAsync(turn, cancellation))
                    await SendAsync(turn, cancellation);
                return true;
            case NoticeState.Sending when !options.OnlyOneProcess && stored.Value.LeaseUntil > options.Machine.GetUtcNow():
                return false;
            case NoticeState.Sending:
                if (await RecoverAsync(turn, cancellation))
                    await SendAsync(turn, cancellation);
                return true;
            case NoticeState.Sent when Outbox.WaitsForReport(dueRow) && stored.Value.ReportDue is { } report && Outbox.DueOf(dueRow) == Outbox.Second(report):
                await _missing.SettleAsync(turn, cancellation);
                return true;
            default:
                await register.CommitAsync(new RegisterBatch(Partitions.NoticeDueIndex).Delete(dueRow), cancellation);
                return true;
        }
    }

    private async Task<bool> ClaimAsync(Turn turn, CancellationToken cancellation)
    {
        var notice = turn.Notice;
        if (await hold.ReasonAsync(notice, cancellation) is { } reason)
            return await EndAsync(turn, notice with { State = NoticeState.Held, Reason = reason }, cancellation);
        if (await _choices.RefusalAsync(notice, cancellation) is { } refusal)
            return await EndAsync(turn, notice with { State = NoticeState.Dropped, Reason = refusal }, cancellation);
        var next = OutboxTiming.At(notice, time.GetUtcNow());
        switch (next.Kind)
        {
            case NoticeTurnKind.Drop:
                return await EndAsync(turn, notice with { State = TooLate(notice), Reason = NoticeReasons.Late }, cancellation);
            case NoticeTurnKind.Wait:
                await turn.WaitAsync(notice with { NotBefore = next.At }, next.At, cancellation);
                return false;
        }

        if (!await HasRoomAsync(turn, cancellation))
            return false;
        if (notice is { MayHaveGone: true, FirstTried: not null } && !MayRepeat(notice, time.GetUtcNow()))
            return await ConcludeAsync(turn, notice, NoticeReasons.TooLateToRepeat, cancellation);
        try
        {
            return await turn.TakeAsync(Leased(notice with { Rendered = notice.Rendered ?? renderer.Render(notice) }), IsReported(notice), cancellation);
        }
        catch (KeyNotFoundException e)
        {
            return await EndAsync(turn, notice with { State = NoticeState.Failed, Reason = e.Message }, cancellation);
        }
    }

    // each is counted once, however often it is tried
    private async Task<bool> HasRoomAsync(Turn turn, CancellationToken cancellation)
    {
        var (notice, now) = (turn.Notice, time.GetUtcNow());
        if (notice.MergesInto is null || notice.Released || notice.Attempts > 0)
            return true;
        var room = _throttle.Next(notice.To, now);
        if (room.Kind == ThrottleTurnKind.Go)
            return true;
        if (room.Kind == ThrottleTurnKind.Wait)
        {
            var again = SendWindow.Next(room.At);
            await turn.WaitAsync(notice with { NotBefore = again }, again, cancellation);
            return false;
        }

        var instead = _throttle.IsFirstMerged(notice.To, now)
            ? notice with { Key = notice.Key + ":merged", Template = notice.MergesInto, MergesInto = null, Due = SendWindow.Next(now), NotBefore = null }
            : null;
        LogEnded(logger, notice.Key, NoticeState.Dropped, NoticeReasons.Many);
        await turn.EndAsync(notice with { State = NoticeState.Dropped, Reason = NoticeReasons.Many }, cancellation, instead);
        return false;
    }

    // whoever had it in hand is gone, and nobody knows how far they came
    private async Task<bool> RecoverAsync(Turn turn, CancellationToken cancellation)
    {
        var notice = turn.Notice with { MayHaveGone = true };
        return MayRepeat(notice, time.GetUtcNow())
            ? await turn.TakeAsync(Leased(notice), IsReported(notice), cancellation)
            : await ConcludeAsync(turn, notice, NoticeReasons.CutOff, cancellation);
    }

    // one that a person has let go again has been in their hands already
    private static NoticeState TooLate(Notice notice) =>
        notice.MayHaveGone ? NoticeState.Uncertain : notice is { MustArrive: true, Released: false } ? NoticeState.Failed : NoticeState.Dropped;

    private bool IsReported(Notice notice) => provider.Promise(notice.Channel).ReportsWithin is not null;

    // whether the provider still knows a message it may have had for the one it would get
    private bool MayRepeat(Notice notice, DateTimeOffset at) => provider.Promise(notice.Channel).Remembers switch
    {
        var forGood when forGood == TimeSpan.MaxValue => true,
        var span => notice.FirstTried is { } first && at - first < span,
    };

    /// <summary>It may not be repeated: asks the provider what it knows of it, and leaves it to a person where that is nothing. Always false.</summary>
    private async Task<bool> ConcludeAsync(Turn turn, Notice notice, string reason, CancellationToken cancellation)
    {
        var found = await WithPatienceAsync(notice, () => provider.FindAsync(notice.Channel, NoticeId.Of(notice.Key, notice.Round), CancellationToken.None));
        notice = notice with { LeaseUntil = null, Reason = found.Reason ?? reason };
        if (found.Outcome == SendOutcome.Sent)
            await SentAsync(turn, notice, cancellation);
        else
            await EndAsync(turn, notice with { State = found.Outcome == SendOutcome.Refused ? NoticeState.Failed : NoticeState.Uncertain, MayHaveGone = true }, cancellation);
        return false;
    }

    private Task<bool> SentAsync(Turn turn, Notice notice, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return turn.SentAsync(notice with { State = NoticeState.Sent, Sent = now, Reason = null, ReportDue = now + provider.Promise(notice.Channel).ReportsWithin }, cancellation);
    }

    /// <summary>Always false: there is nothing more to do.</summary>
    private async Task<bool> EndAsync(Turn turn, Notice ended, CancellationToken cancellation)
    {
        LogEnded(logger, ended.Key, ended.State, ended.Reason);
        var (notice, instead) = ended.State == NoticeState.Failed || ended.Reason == NoticeReasons.NoSmsWished ? await _otherWay.OfAsync(turn.Partition, ended, time.GetUtcNow(), cancellation) : (ended, null);
        await turn.EndAsync(notice, cancellation, instead);
        return false;
    }

    private Notice Leased(Notice notice) => notice with
    {
        State = NoticeState.Sending,
        LeaseUntil = options.Machine.GetUtcNow() + options.Lease,
        Attempts = notice.Attempts + 1,
        FirstTried = notice.MayHaveGone ? notice.FirstTried ?? time.GetUtcNow() : time.GetUtcNow(),
        Reason = null,
    };

    private async Task SendAsync(Turn turn, CancellationToken cancellation)
    {
        var notice = turn.Notice;
        var result = await renderer.WithTokensAsync(notice, cancellation) is { } body
            ? await WithPatienceAsync(notice, () => provider.SendAsync(Outgoing(notice, body), CancellationToken.None))
            : new SendResult(SendOutcome.Refused, NoticeReasons.LinkGone);
        await SettleAsync(turn, notice with { LeaseUntil = null, Reason = result.Reason }, result, cancellation);
    }

    private static OutgoingMessage Outgoing(Notice notice, RenderedMessage body) => new(notice.Key, notice.Channel, notice.To, body)
    {
        Id = NoticeId.Of(notice.Key, notice.Round),
        FirstTried = notice.FirstTried!.Value,
        IsRepeat = notice.MayHaveGone,
    };

    // not cancelled when the program stops: a send in the middle of which nobody listens any more is one that nobody can speak of
    private async Task<SendResult> WithPatienceAsync(Notice notice, Func<Task<SendResult>> act)
    {
        try
        {
            return await act().WaitAsync(provider.Promise(notice.Channel).Patience ?? options.SendTimeout, options.Machine);
        }
        catch (Exception e)
        {
            return new SendResult(SendOutcome.Unknown, e.GetType().Name);
        }
    }

    private async Task SettleAsync(Turn turn, Notice notice, SendResult result, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (result.Outcome == SendOutcome.Sent)
        {
            await SentAsync(turn, notice, cancellation);
            return;
        }

        var mayHaveGone = notice.MayHaveGone || result.Outcome == SendOutcome.Unknown;
        if (result.Outcome != SendOutcome.Refused && OutboxTiming.NextAttempt(notice, now, result.RetryAfter) is { } again)
        {
            if (mayHaveGone && !MayRepeat(notice, again))
            {
                await ConcludeAsync(turn, notice, NoticeReasons.TooLateToRepeat, cancellation);
                return;
            }

            LogAgain(logger, notice.Key, notice.Attempts, result.Reason);
            await turn.WaitAsync(notice with { State = NoticeState.Due, NotBefore = again, MayHaveGone = mayHaveGone }, again, cancellation);
            return;
        }

        var state = mayHaveGone && result.Outcome != SendOutcome.Refused ? NoticeState.Uncertain : NoticeState.Failed;
        await EndAsync(turn, notice with { State = state, MayHaveGone = mayHaveGone }, cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "Message {Key} was not taken at attempt {Attempt} ({Reason}); it is tried again")]
    private static partial void LogAgain(ILogger logger, string key, int attempt, string? reason);

    [LoggerMessage(LogLevel.Warning, "Message {Key} is {State}: {Reason}")]
    private static partial void LogEnded(ILogger logger, string key, NoticeState state, string? reason);
}
