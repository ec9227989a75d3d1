namespace Husrum.Durable.Tests.Scripts;

/// <summary>What a drawn orchestration does next.</summary>
public enum StepKind
{
    /// <summary>Runs an activity.</summary>
    Do,

    /// <summary>Waits for an event.</summary>
    Wait,

    /// <summary>Waits for an event so many hours, by the wait's own time-out.</summary>
    WaitFor,

    /// <summary>Waits for an event or a timer of so many hours, whichever comes first, and gives the other up.</summary>
    Race,

    /// <summary>Sleeps so many hours.</summary>
    Sleep,

    /// <summary>Runs a child that does something, sleeps so many hours and does something again.</summary>
    Child,

    /// <summary>Runs such a child that then fails.</summary>
    FailingChild,

    /// <summary>Two activities and a sleep at once.</summary>
    Fan,

    /// <summary>Continues as new with what is left to do.</summary>
    Again,
}

/// <param name="Kind">What.</param>
/// <param name="Event">The event's name, where one is waited for.</param>
/// <param name="Hours">How long, where time matters.</param>
public sealed record ScriptStep(StepKind Kind, string Event = "", int Hours = 0)
{
    private static readonly string[] Names = ["x", "y"];

    public static List<ScriptStep> Draw(Random random) => [.. Enumerable.Range(0, random.Next(3, 14)).Select(_ => One(random))];

    public override string ToString() => $"{Kind}{(Event.Length > 0 ? " " + Event : "")}{(Hours > 0 ? $" {Hours} h" : "")}";

    private static ScriptStep One(Random random)
    {
        var kind = (StepKind)random.Next(9);
        var waits = kind is StepKind.Wait or StepKind.WaitFor or StepKind.Race;
        var takesTime = kind is not (StepKind.Do or StepKind.Wait or StepKind.Again);
        return new(kind, waits ? Names[random.Next(Names.Length)] : "", takesTime ? random.Next(1, 60) : 0);
    }
}

/// <summary>The input of a drawn orchestration.</summary>
/// <param name="Steps">What it does.</param>
/// <param name="At">From which step on.</param>
/// <param name="Trail">What the runs before have noted.</param>
/// <param name="Start">Which start this is, so that its children have ids of their own: those of a parent that was ended and purged live on.</param>
public sealed record ScriptInput(IReadOnlyList<ScriptStep> Steps, int At, string Trail, int Start);
