using Husrum.Durable;

namespace Husrum.Core.Rounds;

/// <summary>Makes the rounds for ever: at once when it begins, and whenever the last one said. The input is null the first time, then a word.</summary>
internal sealed class Rounds_1 : TaskOrchestrator<string?, object?>
{
    /// <summary>The registered name, version included.</summary>
    public const string Name = "Rounds_1";

    private const string Again = "again";

    /// <inheritdoc />
    public override async Task<object?> RunAsync(TaskOrchestrationContext context, string? input)
    {
        var next = await context.CallActivityAsync<DateTimeOffset>(RoundTasks.Make, input != Again, RoundTasks.Options);
        await context.CreateTimer(next.UtcDateTime, CancellationToken.None);
        context.ContinueAsNew(Again);
        return null;
    }
}
