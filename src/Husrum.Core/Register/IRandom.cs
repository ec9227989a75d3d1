namespace Husrum.Core.Register;

/// <summary>Where random bits come from: the machine's cryptographic source, or a seed in a rehearsal.</summary>
public interface IRandom
{
    /// <summary>So many random bytes.</summary>
    byte[] Bytes(int count);
}
