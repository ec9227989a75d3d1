namespace Husrum.Core.Volunteers.Farewell;

/// <summary>Where a farewell stands.</summary>
public enum FarewellState
{
    /// <summary>The volunteer has said when they stop.</summary>
    Leaving,

    /// <summary>They changed their mind in time.</summary>
    Stays,

    /// <summary>Stopped.</summary>
    Stopped,
}
