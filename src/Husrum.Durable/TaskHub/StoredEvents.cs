using Google.Protobuf;
using Husrum.Durable.Protocol;

namespace Husrum.Durable.TaskHub;

/// <summary>Reads events as the tables have them. A row that is damaged or another program's is one instance's trouble, told in words that quote nothing of it.</summary>
internal static class StoredEvents
{
    /// <exception cref="InvalidHistoryException">The bytes are not an episode.</exception>
    public static HistoryChunk Chunk(ReadOnlySpan<byte> bytes, long episode) => TryChunk(bytes)
        ?? throw new InvalidHistoryException($"The stored history cannot be read: episode {episode} is damaged, or was written by another program.");

    /// <exception cref="InvalidHistoryException">The bytes are not an event.</exception>
    public static HistoryEvent Message(ReadOnlySpan<byte> bytes) => TryMessage(bytes)
        ?? throw new InvalidHistoryException("The inbox cannot be read: a message in it is damaged, or was written by another program.");

    public static HistoryChunk? TryChunk(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return HistoryChunk.Parser.ParseFrom(bytes) is { Events.Count: > 0 } chunk ? chunk : null;
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    public static HistoryEvent? TryMessage(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return HistoryEvent.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }
}
