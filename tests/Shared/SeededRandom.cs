using Husrum.Core.Register;

namespace Husrum.Testing;

/// <summary>The same bits for the same seed.</summary>
public sealed class SeededRandom(int seed = 1) : IRandom
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        lock (_lock)
            _random.NextBytes(bytes);
        return bytes;
    }
}
