using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>Texts from the catalogue, links under the program's public address.</summary>
internal sealed class CatalogueRenderer(MessageCatalogue catalogue, PersonalLinks links, ShortLinks shortLinks, IRegister register, PublicAddress address) : IMessageRenderer
{
    // stands where the token's secret half will be
    private const string Sealed = ".lukket";

    public RenderedMessage Render(Notice notice) => catalogue.Render(notice, link => link switch
    {
        { TokenId: null } => address.Value + link.Path,
        { Path: ShortLinks.Page } => address.Value + ShortLinks.PathOf(ShortLinks.MarkOf(link.TokenId)),
        _ => $"{address.Value}{link.Path}?t={link.TokenId}{Sealed}",
    });

    public async Task<RenderedMessage?> WithTokensAsync(Notice notice, CancellationToken cancellation = default)
    {
        var body = notice.Rendered ?? Render(notice);
        foreach (var tokenId in notice.Links.Values.Select(link => link.TokenId).OfType<string>())
        {
            var place = await register.GetAsync<LinkPlace>(Partitions.LinkIndex, tokenId, cancellation);
            if (place is null || await register.GetAsync<LinkRecord>(place.Value.Partition, PersonalLinks.RowOf(tokenId), cancellation) is not { } record)
                return null;
            var (mark, token) = record.Value.Purpose == LinkPurpose.Sms
                ? (ShortLinks.MarkOf(tokenId), shortLinks.CodeFor(tokenId))
                : (tokenId + Sealed, links.TokenFor(record.Value.Purpose, tokenId));
            string? Put(string? text) => text?.Replace(mark, token, StringComparison.Ordinal);
            body = body with { Text = Put(body.Text)!, Html = Put(body.Html) };
        }

        return body;
    }
}
