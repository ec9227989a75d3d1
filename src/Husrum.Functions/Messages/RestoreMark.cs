using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>That a backup was put back, row <c>last</c> of partition <c>restore</c>.</summary>
/// <param name="Taken">When the backup was taken, on the program's clock, UTC.</param>
/// <param name="Restored">When it was put back, on the program's clock, UTC.</param>
/// <param name="IsCaughtUp">True once the orchestrations have done what was due meanwhile.</param>
[RegisterRecord("restore", 1)]
internal sealed record RestoreMark(DateTimeOffset Taken, DateTimeOffset Restored, bool IsCaughtUp = false)
{
    public const string Partition = "restore";

    public const string Row = "last";
}
