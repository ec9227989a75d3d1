using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Husrum.Functions.Rehearsal.Simulation;

/// <summary>What is drawn follows from the seed and from what it is drawn for, and from nothing else: neither the order of things nor a kill shifts it.</summary>
/// <param name="seed">The seed.</param>
internal sealed class Chance(int seed)
{
    /// <summary>From 0 up to 1.</summary>
    public double Of(params ReadOnlySpan<string> what)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{string.Join('/', what)}"));
        return (BinaryPrimitives.ReadUInt64LittleEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>From 0 up to a number.</summary>
    public int Below(int most, params ReadOnlySpan<string> what) => (int)(Of(what) * most);

    /// <summary>Whether something of this probability happens.</summary>
    public bool Happens(double probability, params ReadOnlySpan<string> what) => Of(what) < probability;

    /// <summary>A span between two.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most, params ReadOnlySpan<string> what) => least + TimeSpan.FromSeconds(Math.Floor((most - least).TotalSeconds * Of(what)));
}
