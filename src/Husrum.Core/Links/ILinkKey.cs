namespace Husrum.Core.Links;

/// <summary>The secret that links are made with. It never leaves its holder.</summary>
public interface ILinkKey
{
    /// <summary>HMAC-SHA256 of the message under the secret: 32 bytes.</summary>
    byte[] Authenticate(ReadOnlySpan<byte> message);
}
