namespace Husrum.Functions.Clock;

/// <summary>A part of the program that does things when their time has come; a virtual clock steps from one such moment to the next.</summary>
internal interface IDueSource
{
    /// <summary>The next moment at which it has something to do, UTC; null where nothing waits.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>The same without what happens for the program's own sake, such as a nightly job.</summary>
    DateTimeOffset? NextOfInterest => NextDue;

    /// <summary>Completes when all that was due is done.</summary>
    Task WhenIdleAsync();

    /// <summary>Tells it that the clock has moved.</summary>
    void ClockMoved();
}
