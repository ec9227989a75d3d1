namespace Husrum.Durable.TaskHub;

/// <summary>The due-time index: what sleeps lies in the file, and only the next moment is kept in memory.</summary>
internal sealed class DueTimes(HubTables tables, HubTelemetry telemetry)
{
    // bound of one transaction; the rest follows in the next
    private const int MostAtOnce = 512;

    private long _next = long.MaxValue;

    /// <summary>Unix ms; <see cref="long.MaxValue"/> where nothing waits. Read from any thread.</summary>
    public long Next
    {
        get => Volatile.Read(ref _next);
        private set => Volatile.Write(ref _next, value);
    }

    public void Reload() => Next = tables.NextTimer();

    /// <summary>Delivers what is due, earliest first.</summary>
    public void Fire(HubStep step)
    {
        if (Next > step.NowMs)
            return;
        foreach (var (due, instance, task) in tables.TakeTimers(step.NowMs, MostAtOnce))
        {
            telemetry.TimerFired(due, step.NowMs);
            if (task == HubSchema.DelayedStart)
                BeginDelayed(step, instance);
            else
                step.Deliver(instance, HistoryEvents.TimerFired(step.Now, task, DateTimeOffset.FromUnixTimeMilliseconds(due)));
        }

        Reload();
    }

    /// <summary>Learns what a committed step has added or taken away.</summary>
    public void After(HubStep step)
    {
        if (step.HasClearedTimers)
            Reload();
        else
            Next = Math.Min(Next, step.EarliestTimer);
    }

    private void BeginDelayed(HubStep step, long instance)
    {
        if (tables.Find(instance) is not { HasEnded: false } row)
            return;
        row.StartAt = null;
        tables.Update(row, step.NowMs);
        step.Wake(instance);
    }
}
