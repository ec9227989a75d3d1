using System.Security.Cryptography;

namespace Husrum.Core.Documents;

/// <summary>A document that was checked and cleaned, ready to be kept.</summary>
/// <param name="Sha256">Its address: SHA-256 of <paramref name="Content"/>, 64 lower-case hex digits. The same photo sent twice has the same address.</param>
/// <param name="Type">What it is.</param>
/// <param name="Content">The bytes to keep; not to be changed.</param>
public sealed record PreparedDocument(string Sha256, DocumentType Type, byte[] Content)
{
    internal static PreparedDocument Of(DocumentType type, byte[] content) =>
        new(Convert.ToHexStringLower(SHA256.HashData(content)), type, content);
}
