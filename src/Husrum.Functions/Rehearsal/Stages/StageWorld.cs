using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Links;
using Husrum.Core.Register;

namespace Husrum.Functions.Rehearsal.Stages;

/// <summary>
/// What is outside of the program on a <see cref="Stage"/>, and stays when the program stops or is killed there: the people's mailboxes, the documents, the secret of links, and the seed.
/// A stage that is opened again gets the same world.
/// </summary>
/// <param name="seed">Everything that is drawn follows from it: the same seed, the same ids.</param>
internal sealed class StageWorld(int seed)
{
    private int _openings;

    /// <summary>The seed.</summary>
    public int Seed { get; } = seed;

    /// <summary>What the provider took, in the order in which it did.</summary>
    public StageMailboxes Mailboxes { get; } = new();

    /// <summary>The documents people have sent.</summary>
    public StageDocuments Documents { get; } = new();

    /// <summary>The secret of links.</summary>
    public ILinkKey LinkKey { get; } = new SeededLinkKey(seed);

    // a program that starts again draws anew: what a killed one had in hand may have drawn, or not, and must not shift what follows
    internal IRandom NextRandom() => new SeededRandom($"{Seed}/{++_openings}");
}

/// <summary>Bytes that follow from a seed: SHA-256 of it and a number. The same in every version of the platform.</summary>
internal sealed class SeededRandom(string seed) : IRandom
{
    private readonly Lock _lock = new();
    private long _drawn;

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var filled = 0; filled < count;)
        {
            var block = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{Next()}"));
            var part = Math.Min(block.Length, count - filled);
            block.AsSpan(0, part).CopyTo(bytes.AsSpan(filled));
            filled += part;
        }

        return bytes;
    }

    private long Next()
    {
        lock (_lock)
            return ++_drawn;
    }
}

/// <summary>A link key that follows from a seed. It opens nothing outside of its stage.</summary>
internal sealed class SeededLinkKey(int seed) : ILinkKey
{
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes($"stage-link-key/{seed}"));

    public byte[] Authenticate(ReadOnlySpan<byte> message) => HMACSHA256.HashData(_key, message);
}
