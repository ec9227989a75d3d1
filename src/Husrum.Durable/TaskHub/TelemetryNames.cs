namespace Husrum.Durable.TaskHub;

/// <summary>What a listener subscribes to.</summary>
public static class TelemetryNames
{
    /// <summary>The name of the hub's activity source (a span per episode and per activity) and of its meter.</summary>
    public const string Durable = "Husrum.Durable";
}
