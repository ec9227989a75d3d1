using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Register;

namespace Husrum.Core.Links;

/// <summary>
/// Personal links. The token is <c>{token id}.{HMAC(key, purpose|token id)}</c>, so that a reminder can show the same link again
/// although only the id and a hash are stored (OWASP ASVS 5.0, 6.5.1-6.6.3).
/// </summary>
/// <param name="register">Where links are kept.</param>
/// <param name="key">The secret.</param>
/// <param name="ids">Token ids.</param>
/// <param name="time">Decides what has expired.</param>
public sealed class PersonalLinks(IRegister register, ILinkKey key, Ids ids, TimeProvider time)
{
    /// <summary>The row a link is in.</summary>
    public static string RowOf(string tokenId) => "link:" + tokenId;

    /// <summary>Adds a link to the batch of its case's partition.</summary>
    /// <param name="batch">The case's batch; the link is written with it or not at all.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="caseId">The case's id.</param>
    /// <param name="action">What in the case; ids and words only.</param>
    /// <param name="personId">Whom it is for.</param>
    /// <param name="expires">UTC.</param>
    /// <param name="tokenId">A chosen id (see <see cref="Ids.Derive"/>), so that an activity that runs twice issues one link; null for a random one.</param>
    public LinkRecord Issue(RegisterBatch batch, LinkPurpose purpose, string caseId, string action, string? personId, DateTimeOffset expires, string? tokenId = null)
    {
        var id = tokenId ?? ids.New();
        var link = new LinkRecord
        {
            TokenId = id,
            TokenHash = HashOf(TokenFor(purpose, id)),
            Purpose = purpose,
            CaseId = caseId,
            Action = action,
            PersonId = personId,
            Expires = expires,
        };
        batch.Insert(RowOf(id), link).Index(Partitions.LinkIndex, id, new LinkPlace(batch.Partition));
        return link;
    }

    /// <summary>The token's text. Goes into the message or page that carries the link and nowhere else.</summary>
    public string TokenFor(LinkPurpose purpose, string tokenId) => tokenId + "." + Base64Url(key.Authenticate(Encoding.UTF8.GetBytes(Word(purpose) + "|" + tokenId)));

    /// <summary>The link a token opens, used or not. Null alike where the token is unknown, tampered with, expired or made for another purpose.</summary>
    public async Task<Stored<LinkRecord>?> ResolveAsync(string? token, LinkPurpose purpose, CancellationToken cancellation = default)
    {
        var dot = token?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (token is null || dot is < 1 or > 64 || token.Length > 128)
            return null;
        var tokenId = token[..dot];
        if (!SameText(token, TokenFor(purpose, tokenId)))
            return null;
        var place = await register.GetAsync<LinkPlace>(Partitions.LinkIndex, tokenId, cancellation);
        var link = place is null ? null : await register.GetAsync<LinkRecord>(place.Value.Partition, RowOf(tokenId), cancellation);
        return link is not null && link.Value.Purpose == purpose && SameText(link.Value.TokenHash, HashOf(token)) && time.GetUtcNow() < link.Value.Expires ? link : null;
    }

    /// <summary>Adds the use of a link to the batch that acts on it: the batch is written only if nobody has used the link since it was read.</summary>
    /// <returns>False, and nothing added, where it was used already.</returns>
    public static bool Use(RegisterBatch batch, Stored<LinkRecord> link, string? usedBy, DateTimeOffset at)
    {
        if (link.Value.UsedAt is not null)
            return false;
        batch.Replace(link.Row, link.Value with { UsedAt = at, UsedBy = usedBy }, link.ETag);
        return true;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static bool SameText(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(a), Encoding.UTF8.GetBytes(b));

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Word(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Decide => "decide",
        LinkPurpose.Status => "status",
        LinkPurpose.Complete => "complete",
        LinkPurpose.Answer => "answer",
        LinkPurpose.Volunteer => "volunteer",
        LinkPurpose.Gathering => "gathering",
        LinkPurpose.Sms => "sms",
        LinkPurpose.Draft => "draft",
        LinkPurpose.SignIn => "sign-in",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };
}
