using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>That a backup was put back, row <c>last</c> of partition <c>restore</c>.</summary>
/// <param name="BackupTaken">When the backup was taken, on the program's clock, UTC.</param>
/// <param name="Restored">When it was put back, on the program's clock, UTC.</param>
[RegisterRecord("restore", 1)]
internal sealed record RestoreMark(DateTimeOffset BackupTaken, DateTimeOffset Restored)
{
    public const string Partition = "restore";

    public const string Row = "last";
}

/// <summary>
/// Keeps back what may have been sent before a backup was put back: every message whose moment lay before the restore,
/// those too that an orchestration writes once more because it, too, was put back. A person lets them go or drops them.
/// </summary>
internal sealed class NoticeHold(IRegister register)
{
    private Task<Stored<RestoreMark>?>? _mark;

    /// <summary>Why the message is kept back, or null.</summary>
    public async Task<string?> ReasonAsync(Notice notice, CancellationToken cancellation)
    {
        if (notice.Released)
            return null;
        var mark = await (_mark ??= register.GetAsync<RestoreMark>(RestoreMark.Partition, RestoreMark.Row, cancellation)); // restores happen while nothing runs
        return mark is not null && notice.Due <= mark.Value.Restored ? "a backup was put back; it may have been sent before" : null;
    }
}
