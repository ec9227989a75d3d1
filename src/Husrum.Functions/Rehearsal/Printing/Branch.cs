namespace Husrum.Functions.Rehearsal.Printing;

/// <summary>One way a process can go, played.</summary>
/// <param name="Name"><c>plain</c>, or what was asked for.</param>
/// <param name="Result">The rehearsal.</param>
internal sealed record Branch(string Name, RehearsalResult Result)
{
    /// <summary>The way it should go.</summary>
    public const string Plain = "plain";

    /// <summary>The number of the first line that is not the same in another branch.</summary>
    public int PartsFrom(Branch other)
    {
        var same = 0;
        while (same < Result.Events.Count && same < other.Result.Events.Count && Result.Events[same].Likeness.Equals(other.Result.Events[same].Likeness))
            same++;
        return same;
    }
}
