using System.Runtime.InteropServices;

namespace Husrum.Functions.Embedded;

/// <summary>Lets the process make files that only their owner may read, the database's own included. On Windows the folder's rights decide.</summary>
internal static class OwnerOnlyFiles
{
    private const int NobodyElse = 0x3F; // 077

    public static void Ask()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetMask(NobodyElse);
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetMask(int mask);
}
