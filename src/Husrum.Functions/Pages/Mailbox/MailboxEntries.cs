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

    private async Task<MailboxEntry> ReadAsync(Notice notice, bool masked, CancellationToken cancellation)
    {
        var body = masked ? null : await renderer.WithTokensAsync(notice, cancellation);
        return MailboxEntry.Of(notice, body ?? MailboxEntry.Masked(notice.Rendered ?? renderer.Render(notice)));
    }
}
