namespace Husrum.Durable;

/// <summary>The registered name of an orchestrator or activity. The version of an orchestrator is part of its name (<c>RefundClaim_1</c>).</summary>
/// <param name="Name">The name, compared ordinally and without regard to case.</param>
public readonly record struct TaskName(string Name)
{
    /// <summary>Lets a string stand where a task name is asked for.</summary>
    public static implicit operator TaskName(string name) => new(name);

    /// <inheritdoc />
    public override string ToString() => Name;
}
