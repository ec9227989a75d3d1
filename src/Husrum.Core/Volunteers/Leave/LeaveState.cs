namespace Husrum.Core.Volunteers.Leave;

/// <summary>Where a leave stands.</summary>
public enum LeaveState
{
    /// <summary>On leave, or about to be.</summary>
    Away,

    /// <summary>Reported back.</summary>
    Returned,

    /// <summary>Nothing was heard: regarded as having stopped (seed 000_bdc1a1e861ad6537).</summary>
    Stopped,

    /// <summary>Their work as a volunteer came to its end in another way meanwhile.</summary>
    Ended,
}
