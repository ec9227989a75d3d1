using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>The way a message goes where the first one does not reach the person.</summary>
internal sealed class OtherWay(IRegister register)
{
    /// <summary>A message that does not reach the person, marked where it goes another way, and the message that goes it: null where there is no such way, or where it is written already.</summary>
    public async Task<(Notice Notice, Notice? Instead)> OfAsync(string partition, Notice notice, DateTimeOffset now, CancellationToken cancellation)
    {
        if (notice.IsPassedOn || Outbox.ByOtherWay(notice, now) is not { } other)
            return (notice, null);
        var isWritten = await register.GetAsync<Notice>(partition, Outbox.RowOf(other.Key), cancellation) is not null;
        return (notice with { IsPassedOn = true, Reason = notice.Reason + NoticeReasons.PassedOn }, isWritten ? null : other);
    }
}
