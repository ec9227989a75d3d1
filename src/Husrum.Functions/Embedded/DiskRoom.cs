using Husrum.Durable.TaskHub.Sqlite;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Embedded;

/// <summary>
/// The room on the data folder's disk. A reserve of it is kept from uploads, which anybody can send, so that what has been taken in can be
/// decided, paid and told. <c>Disk:ReserveMegabytes</c>; 1024 where nothing is set.
/// </summary>
internal sealed class DiskRoom(DataFolder folder, IConfiguration configuration) : IUploadRoom
{
    /// <summary>Megabytes.</summary>
    public const long UsualReserve = 1024;

    private const int NoSpaceOnUnix = 28;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    private readonly long _reserve = configuration.GetValue("Disk:ReserveMegabytes", UsualReserve) << 20;

    public bool HasRoom => new DriveInfo(folder.Root).AvailableFreeSpace >= _reserve;

    /// <summary>True where a failure says that a disk has no room left.</summary>
    public static bool IsFull(Exception? e) => e switch
    {
        null => false,
        SqliteException { IsFull: true } => true,
        IOException { HResult: NoSpaceOnUnix or NoSpaceOnWindows } => true,
        _ => IsFull(e.InnerException),
    };
}
