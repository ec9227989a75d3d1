namespace Husrum.Functions.Tests.Messages;

/// <summary>Another machine's clock, that much ahead of one.</summary>
internal sealed class SkewedClock(TimeProvider clock, TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + ahead;
}
