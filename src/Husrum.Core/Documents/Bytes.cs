using System.Buffers.Binary;

namespace Husrum.Core.Documents;

/// <summary>Walks over the bytes of a file from elsewhere. What is not there reads as false, never as an exception.</summary>
internal ref struct Bytes(ReadOnlySpan<byte> all)
{
    private readonly ReadOnlySpan<byte> _all = all;

    /// <summary>How far the walk has come.</summary>
    public int Position { get; private set; }

    /// <summary>What lies ahead.</summary>
    public readonly ReadOnlySpan<byte> Rest => _all[Position..];

    public bool TryByte(out byte value)
    {
        value = Position < _all.Length ? _all[Position] : (byte)0;
        return TrySkip(1);
    }

    public bool TryUInt16(out int value)
    {
        value = BinaryPrimitives.TryReadUInt16BigEndian(Rest, out var read) ? read : 0;
        return TrySkip(2);
    }

    public bool TryTake(long count, out ReadOnlySpan<byte> taken)
    {
        if (count < 0 || count > _all.Length - Position)
        {
            taken = default;
            return false;
        }

        taken = Rest[..(int)count];
        Position += (int)count;
        return true;
    }

    private bool TrySkip(int count) => TryTake(count, out _);
}
