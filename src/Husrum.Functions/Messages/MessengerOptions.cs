namespace Husrum.Functions.Messages;

/// <summary>How the messenger works.</summary>
internal sealed record MessengerOptions
{
    /// <summary>True where no other process can hold a message: one found in hand at the start was in the hand of a process that is gone.</summary>
    public bool OnlyOneProcess { get; init; } = true;

    /// <summary>How long a message in hand is left to whoever holds it; longer than any send.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long to wait after something went wrong on this side.</summary>
    public TimeSpan Breath { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many cases' messages are sent at once. Those of one case go one after the other.</summary>
    public int AtOnce { get; init; } = 16;

    /// <summary>So many messages an hour to one address that anybody may have typed.</summary>
    public int PerAddressAndHour { get; init; } = 10;

    /// <summary>So many in a day and night.</summary>
    public int PerAddressAndDay { get; init; } = 20;

    /// <summary>The clock of leases and time-outs: the machine's own, never a virtual one.</summary>
    public TimeProvider Machine { get; init; } = TimeProvider.System;
}
