namespace Husrum.Durable.TaskHub;

/// <summary>The live executions of instances that ran lately, so many at most; the longest unused goes first. What is not here is replayed.</summary>
internal sealed class ExecutionCache(int most)
{
    private readonly Dictionary<long, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();

    public InstanceRow? Row(long key) => Touch(key)?.Row;

    public OrchestrationExecution? Execution(long key) => Touch(key)?.Execution;

    public void Keep(InstanceRow row, OrchestrationExecution execution)
    {
        if (most == 0 || _entries.ContainsKey(row.Key))
            return;
        if (_entries.Count >= most)
        {
            _entries.Remove(_byUse.Last!.Value.Row.Key);
            _byUse.RemoveLast();
        }

        _entries.Add(row.Key, _byUse.AddFirst(new Entry(row, execution)));
    }

    public void Drop(long key)
    {
        if (_entries.Remove(key, out var node))
            _byUse.Remove(node);
    }

    private Entry? Touch(long key)
    {
        if (!_entries.TryGetValue(key, out var node))
            return null;
        _byUse.Remove(node);
        _byUse.AddFirst(node);
        return node.Value;
    }

    private sealed record Entry(InstanceRow Row, OrchestrationExecution Execution);
}
