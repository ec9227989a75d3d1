using Google.Protobuf;
using Husrum.Durable.Protocol;

namespace Husrum.Durable.Execution;

/// <summary>Names history events for error messages, those of the protocol that this program does not read included.</summary>
internal static class HistoryKinds
{
    // the protocol's numbers that our messages leave out; what is newer than these has a number only
    private static readonly Dictionary<int, string> Unread = new()
    {
        [19] = "HistoryState",
        [23] = "EntityOperationSignaled",
        [24] = "EntityOperationCalled",
        [25] = "EntityOperationCompleted",
        [26] = "EntityOperationFailed",
        [27] = "EntityLockRequested",
        [28] = "EntityLockGranted",
        [29] = "EntityUnlockSent",
        [30] = "ExecutionRewound",
    };

    public static InvalidHistoryException Unknown(HistoryEvent e, string instanceId, int position) =>
        new($"Event {position} of the history of '{instanceId}' is {Describe(e)}, a kind that this program does not run.");

    private static string Describe(HistoryEvent e)
    {
        if (e.EventTypeCase != HistoryEvent.EventTypeOneofCase.None)
            return e.EventTypeCase.ToString();
        var number = LastField(e);
        if (number <= HistoryEvent.TimestampFieldNumber)
            return "empty";
        return Unread.TryGetValue(number, out var name) ? $"{name} (field {number} of the protocol)" : $"of the unknown kind {number}";
    }

    private static int LastField(HistoryEvent e)
    {
        using var input = new CodedInputStream(e.ToByteArray());
        var last = 0;
        for (uint tag; (tag = input.ReadTag()) != 0; input.SkipLastField())
            last = WireFormat.GetTagFieldNumber(tag);
        return last;
    }
}
