using System.Security.Cryptography;
using Husrum.Core.Register;

namespace Husrum.Functions.Embedded;

/// <summary>The machine's cryptographic source.</summary>
internal sealed class MachineRandom : IRandom
{
    public byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);
}
