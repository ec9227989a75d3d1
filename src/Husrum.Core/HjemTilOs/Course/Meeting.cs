namespace Husrum.Core.HjemTilOs.Course;

/// <summary>A meeting to be arranged: staff offer times, the child's side picks one, staff record that it was held. What was said is not kept.</summary>
public sealed record Meeting
{
    /// <summary>Where. Personal data.</summary>
    public string Place { get; init; } = "";

    /// <summary>The times offered, UTC.</summary>
    public IReadOnlyList<DateTimeOffset> Offered { get; init; } = [];

    /// <summary>The time picked, UTC.</summary>
    public DateTimeOffset? Booked { get; init; }

    /// <summary>When it was held, local date.</summary>
    public DateOnly? HeldOn { get; init; }
}
