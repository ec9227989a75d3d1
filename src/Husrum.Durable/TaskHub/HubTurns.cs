namespace Husrum.Durable.TaskHub;

/// <summary>When those who wrote are told that it is written: at once, or, where one thing comes after the other (<see cref="TaskHubOptions.TakeTurns"/>), when all that followed has been done. The loop's thread only.</summary>
internal sealed class HubTurns(bool areTaken, ActivityDispatcher activities, HubPulse pulse)
{
    private readonly List<HubWork> _untold = [];

    public bool IsEmpty => _untold.Count == 0;

    /// <summary>It is on disk.</summary>
    public void Written(List<HubWork> work)
    {
        if (areTaken)
            _untold.AddRange(work);
        else
            work.ForEach(item => item.Committed());
    }

    /// <summary>Nothing is left to be done: somebody else may go on.</summary>
    /// <returns>True where somebody was told, who may have more work by now.</returns>
    public bool Give()
    {
        if (!areTaken)
            return false;
        if (_untold.Count > 0)
        {
            _untold.ForEach(item => item.Committed());
            _untold.Clear();
            return true;
        }

        if (pulse.IsAwaited)
            activities.StartWaiting();
        return false;
    }

    /// <summary>Nobody will be told any more.</summary>
    public void Break(Exception fault) => _untold.ForEach(item => item.Failed(fault));
}
