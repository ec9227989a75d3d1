using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Pages.Mailbox;

/// <summary>Reads messages as the mailbox shows them: with working links in a rehearsal, without anything that opens something elsewhere.</summary>
internal sealed class MailboxEntries(NoticeList notices, IMessageRenderer renderer)
{
    public async Task<IReadOnlyList<MailboxEntry>> AllAsync(bool masked, CancellationToken cancellation)
    {
        var entries = new List<MailboxEntry>();
        await foreach (var notice in notices.AllAsync(cancellation))
            entries.Add(await ReadAsync(notice.Value, masked, cancellation));
        return entries;
    }

    public async Task<IReadOnlyList<(Stored<Notice> Notice, MailboxEntry Entry)>> LatestAsync(int count, bool masked, CancellationToken cancellation)
    {
        var entries = new List<(Stored<Notice>, MailboxEntry)>();
        foreach (var notice in await notices.LatestAsync(count, cancellation))
            entries.Add((notice, await ReadAsync(notice.Value, masked, cancellation)));
        return entries;
    }

    // one message that cannot be put into words must not hide all the others
    private async Task<MailboxEntry> ReadAsync(Notice notice, bool masked, CancellationToken cancellation)
    {
        try
        {
            var body = masked ? null : await renderer.WithTokensAsync(notice, cancellation);
            return MailboxEntry.Of(notice, body ?? MailboxEntry.Masked(notice.Rendered ?? renderer.Render(notice)));
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            return MailboxEntry.Of(notice, new RenderedMessage(notice.Template, "Teksten kan ikke vises: en oplysning mangler. / The text cannot be shown: a detail is missing.", null));
        }
    }
}
