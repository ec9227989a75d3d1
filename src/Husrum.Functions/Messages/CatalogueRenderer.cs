using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>Texts from the catalogue, links under the program's public address.</summary>
internal sealed class CatalogueRenderer(MessageCatalogue catalogue, PersonalLinks links, IRegister register, PublicAddress address) : IMessageRenderer
{
    // stands where the token's secret half will be
    private const string Sealed = ".lukket";

    public RenderedMessage Render(Notice notice) => catalogue.Render(notice, link => $"{address.Value}{link.Path}?t={link.TokenId}{Sealed}");

    public async Task<RenderedMessage?> WithTokensAsync(Notice notice, CancellationToken cancellation = default)
    {
        var body = notice.Rendered ?? Render(notice);
        foreach (var link in notice.Links.Values)
        {
            var place = await register.GetAsync<LinkPlace>(Partitions.LinkIndex, link.TokenId, cancellation);
            if (place is null || await register.GetAsync<LinkRecord>(place.Value.Partition, PersonalLinks.RowOf(link.TokenId), cancellation) is not { } record)
                return null;
            var token = links.TokenFor(record.Value.Purpose, link.TokenId);
            string? Put(string? text) => text?.Replace(link.TokenId + Sealed, token, StringComparison.Ordinal);
            body = new RenderedMessage(body.Subject, Put(body.Text)!, Put(body.Html));
        }

        return body;
    }
}
