namespace Husrum.Functions.Azure;

/// <summary>Hears of episodes that could not be run. Neither method throws: the host waits for an answer.</summary>
internal interface IStalledRuns
{
    /// <summary>Nothing was decided, though the host commits the events.</summary>
    Task NoteAsync(string instanceId, string orchestrator, string reason);

    /// <summary>An episode went well.</summary>
    Task ClearAsync(string instanceId);
}
