using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Husrum.Durable.TaskHub.Sqlite;

/// <summary>
/// The native SQLite library: the one that comes with the package, or the machine's own where that one is newer
/// (the packaged one is old; see docs/operators-guide.md).
/// </summary>
public static class SqliteLibrary
{
    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>SQLite's version, such as <c>3.40.1</c>.</summary>
    public static string Version => Loaded.Value;

    /// <summary>The loaded native library, for tests that plug in a file system of their own.</summary>
    internal static nint Handle { get; private set; }

    internal static void Use() => _ = Loaded.Value;

    private static string Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0); // statistics nobody reads, under a lock that all connections share
        return raw.sqlite3_libversion().utf8_to_string();
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var own) && IsNewer(own))
            return Handle = own;
        return NativeLibrary.TryLoad(name, assembly, path, out var packaged) ? Handle = packaged : 0;
    }

    // the packaged library is 3.35.5
    private static unsafe bool IsNewer(nint library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var number) && ((delegate* unmanaged<int>)number)() > 3_035_005;
}
