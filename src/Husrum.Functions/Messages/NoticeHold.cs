using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>
/// Keeps back what may have been sent before a backup was put back: what was due before the restore, and what the orchestrations, put back too,
/// write once more while they catch up. A person lets it go or drops it. What the backup held for later goes when its time comes.
/// </summary>
internal sealed class NoticeHold(IRegister register)
{
    public const string Reason = NoticeReasons.PutBack;

    private bool _isRead;
    private RestoreMark? _mark;

    /// <summary>Why the message is kept back, or null.</summary>
    public async Task<string?> ReasonAsync(Notice notice, CancellationToken cancellation)
    {
        if (notice.Released)
            return null;
        if (!_isRead) // once: restores happen while nothing runs
        {
            _mark = (await register.GetAsync<RestoreMark>(RestoreMark.Partition, RestoreMark.Row, cancellation))?.Value;
            _isRead = true;
        }

        return _mark is not null && notice.Due <= _mark.Restored ? Reason : null;
    }
}
