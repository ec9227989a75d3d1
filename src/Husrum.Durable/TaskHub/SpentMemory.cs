namespace Husrum.Durable.TaskHub;

/// <summary>
/// A burst leaves a heap behind that the collector keeps for the next one: a hundred thousand starts, 130 MiB for 15 that live. When it is over, the rest goes back to the machine.
/// </summary>
internal sealed class SpentMemory(TimeSpan? after)
{
    // less is not worth a collection
    private const long Much = 64L << 20;

    private long _allocated = GC.GetTotalAllocatedBytes();

    /// <summary>How long a rest must be before <see cref="GiveBack"/> is due; infinite where there is nothing to give.</summary>
    public TimeSpan Patience => after is { } rest && GC.GetTotalAllocatedBytes() - _allocated > Much ? rest : Timeout.InfiniteTimeSpan;

    public void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _allocated = GC.GetTotalAllocatedBytes();
    }
}
