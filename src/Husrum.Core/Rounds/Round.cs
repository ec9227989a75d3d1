namespace Husrum.Core.Rounds;

/// <summary>Something the program sees to by itself now and then, beside its processes. A process registers one.</summary>
public abstract class Round
{
    /// <summary>Does it. May run at any time and any number of times: what it writes is there once.</summary>
    /// <param name="first">True in the first round this deployment ever makes (also after an update that brought the rounds); it may run again where that one failed.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>When it should run again at the latest, UTC; null where the ordinary week will do.</returns>
    public abstract Task<DateTimeOffset?> RunAsync(bool first, CancellationToken cancellation);
}
