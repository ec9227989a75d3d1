using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Register;

namespace Husrum.Core.Links;

/// <summary>
/// The one link of an SMS: <c>/s?t={code}</c> on the program's own address (operators filter shorteners, rules-and-sources.md 2.7), because a personal link is longer than what is left of
/// 160 characters. The code is 128 bits of HMAC(key, token id); the register keeps its SHA-256 only. Its page leads on to what the SMS is about, and to no more SMS.
/// </summary>
/// <param name="register">Where links are kept.</param>
/// <param name="key">The secret.</param>
/// <param name="time">Decides what has expired.</param>
public sealed class ShortLinks(IRegister register, ILinkKey key, TimeProvider time)
{
    /// <summary>Where it enters.</summary>
    public const string Page = "/s";

    /// <summary>The address as far as its host.</summary>
    public static string PathOf(string code) => $"{Page}?t={code}";

    /// <summary>The texts of SMS are written to fit with a host of so many characters.</summary>
    public const int LongestHost = 40;

    /// <summary>22 digits of base 58 hold 128 bits.</summary>
    public const int CodeLength = 22;

    // no 0, O, I and l: people read codes off one screen and type them on another
    private const string Digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    private static readonly SearchValues<char> Known = SearchValues.Create(Digits);

    /// <summary>Adds the link to the batch of its case's partition.</summary>
    /// <param name="batch">The case's batch.</param>
    /// <param name="tokenId">A derived id (see <see cref="Ids.Derive"/>): the same message always has the same link.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="personId">Whom it is for.</param>
    /// <param name="expires">UTC.</param>
    /// <param name="onwardPath">The page it leads on to, or null.</param>
    /// <param name="onwardTokenId">That page's token id, or null.</param>
    public void Issue(RegisterBatch batch, string tokenId, string caseId, string personId, DateTimeOffset expires, string? onwardPath, string? onwardTokenId)
    {
        var link = new LinkRecord
        {
            TokenId = tokenId,
            TokenHash = HashOf(CodeFor(tokenId)),
            Purpose = LinkPurpose.Sms,
            CaseId = caseId,
            Action = "sms",
            PersonId = personId,
            Expires = expires,
            OnwardPath = onwardPath,
            OnwardTokenId = onwardTokenId,
        };
        batch.Insert(PersonalLinks.RowOf(tokenId), link)
            .Index(Partitions.LinkIndex, tokenId, new LinkPlace(batch.Partition))
            .Index(Partitions.ShortLinkIndex, link.TokenHash, new ShortLinkPlace(batch.Partition, tokenId));
    }

    /// <summary>The code. Goes into the SMS and nowhere else.</summary>
    public string CodeFor(string tokenId)
    {
        UInt128 value = 0;
        foreach (var b in key.Authenticate(Encoding.UTF8.GetBytes("short|" + tokenId)).AsSpan(0, 16))
            value = (value << 8) | b;
        Span<char> code = stackalloc char[CodeLength];
        for (var i = CodeLength - 1; i >= 0; i--)
        {
            code[i] = Digits[(int)(value % (uint)Digits.Length)];
            value /= (uint)Digits.Length;
        }

        return new string(code);
    }

    /// <summary>What stands for the code in a text until it leaves: as long as the code, and of no use to anybody.</summary>
    public static string MarkOf(string tokenId) => tokenId[..(CodeLength - 1)] + "*";

    /// <summary>The link a code opens; null alike where it is unknown or expired.</summary>
    public async Task<Stored<LinkRecord>?> ResolveAsync(string? code, CancellationToken cancellation = default)
    {
        if (code is not { Length: CodeLength } || code.AsSpan().ContainsAnyExcept(Known))
            return null;
        var place = await register.GetAsync<ShortLinkPlace>(Partitions.ShortLinkIndex, HashOf(code), cancellation);
        var link = place is null ? null : await register.GetAsync<LinkRecord>(place.Value.Partition, PersonalLinks.RowOf(place.Value.TokenId), cancellation);
        return link is { Value.Purpose: LinkPurpose.Sms } && time.GetUtcNow() < link.Value.Expires ? link : null;
    }

    /// <summary>Removes a link's look-up, where its row goes otherwise.</summary>
    public static void Unindex(RegisterBatch batch, LinkRecord link) => batch.Unindex(Partitions.ShortLinkIndex, link.TokenHash);

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

/// <summary>A short-link-index row: where the link of a code is.</summary>
/// <param name="Partition">The case's partition.</param>
/// <param name="TokenId">The link.</param>
[RegisterRecord("ix-short-link", 1)]
internal sealed record ShortLinkPlace(string Partition, string TokenId);
