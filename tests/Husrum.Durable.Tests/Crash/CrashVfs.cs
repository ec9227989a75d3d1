using System.Runtime.InteropServices;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.Tests.Crash;

/// <summary>The SQLite file system named <c>crash</c>: paths are <c>{disk}/{file}</c> on a <see cref="CrashDisk"/>. Layouts are those of sqlite3.h.</summary>
internal static unsafe class CrashVfs
{
    public const string Name = "crash";

    private const int Ok = 0;
    private const int Busy = 5;
    private const int Full = 13;
    private const int ShortRead = 522;
    private const int CannotOpen = 14;
    private const int NotFound = 12;
    private const int FirstShmSlot = 100;
    private static readonly Lazy<bool> Registered = new(Register);
    private static int _handles;
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, Open> Opened = new();
    private static IoMethods* _methods;

    public static void Use() => _ = Registered.Value;

    private sealed record Open(CrashDisk Disk, CrashFile File, int Owner)
    {
        public int Level { get; set; }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct FileHandle
    {
        public IoMethods* Methods;
        public int Handle;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct IoMethods
    {
        public int Version;
        public delegate* unmanaged<FileHandle*, int> Close;
        public delegate* unmanaged<FileHandle*, byte*, int, long, int> Read;
        public delegate* unmanaged<FileHandle*, byte*, int, long, int> Write;
        public delegate* unmanaged<FileHandle*, long, int> Truncate;
        public delegate* unmanaged<FileHandle*, int, int> Sync;
        public delegate* unmanaged<FileHandle*, long*, int> FileSize;
        public delegate* unmanaged<FileHandle*, int, int> Lock;
        public delegate* unmanaged<FileHandle*, int, int> Unlock;
        public delegate* unmanaged<FileHandle*, int*, int> CheckReservedLock;
        public delegate* unmanaged<FileHandle*, int, void*, int> FileControl;
        public delegate* unmanaged<FileHandle*, int> SectorSize;
        public delegate* unmanaged<FileHandle*, int> DeviceCharacteristics;
        public delegate* unmanaged<FileHandle*, int, int, int, nint*, int> ShmMap;
        public delegate* unmanaged<FileHandle*, int, int, int, int> ShmLock;
        public delegate* unmanaged<FileHandle*, void> ShmBarrier;
        public delegate* unmanaged<FileHandle*, int, int> ShmUnmap;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Vfs
    {
        public int Version;
        public int FileSize;
        public int MaxPath;
        public Vfs* Next;
        public byte* Name;
        public void* AppData;
        public delegate* unmanaged<Vfs*, byte*, FileHandle*, int, int*, int> Open;
        public delegate* unmanaged<Vfs*, byte*, int, int> Delete;
        public delegate* unmanaged<Vfs*, byte*, int, int*, int> Access;
        public delegate* unmanaged<Vfs*, byte*, int, byte*, int> FullPath;
        public nint DlOpen;
        public nint DlError;
        public nint DlSym;
        public nint DlClose;
        public delegate* unmanaged<Vfs*, int, byte*, int> Randomness;
        public delegate* unmanaged<Vfs*, int, int> Sleep;
        public delegate* unmanaged<Vfs*, double*, int> CurrentTime;
        public delegate* unmanaged<Vfs*, int, byte*, int> GetLastError;
    }

    private static bool Register()
    {
        _ = SqliteLibrary.Version;
        _methods = (IoMethods*)NativeMemory.AllocZeroed((nuint)sizeof(IoMethods));
        *_methods = new IoMethods
        {
            Version = 2,
            Close = &Close,
            Read = &Read,
            Write = &Write,
            Truncate = &Truncate,
            Sync = &Sync,
            FileSize = &FileSize,
            Lock = &LockFile,
            Unlock = &UnlockFile,
            CheckReservedLock = &CheckReservedLock,
            FileControl = &FileControl,
            SectorSize = &SectorSize,
            DeviceCharacteristics = &Characteristics,
            ShmMap = &ShmMap,
            ShmLock = &ShmLock,
            ShmBarrier = &ShmBarrier,
            ShmUnmap = &ShmUnmap,
        };
        var vfs = (Vfs*)NativeMemory.AllocZeroed((nuint)sizeof(Vfs));
        *vfs = new Vfs
        {
            Version = 1,
            FileSize = sizeof(FileHandle),
            MaxPath = 512,
            Name = (byte*)Marshal.StringToCoTaskMemUTF8(Name),
            Open = &OpenFile,
            Delete = &Delete,
            Access = &Access,
            FullPath = &FullPath,
            Randomness = &Randomness,
            Sleep = &Sleep,
            CurrentTime = &CurrentTime,
            GetLastError = &GetLastError,
        };
        var register = (delegate* unmanaged<Vfs*, int, int>)NativeLibrary.GetExport(SqliteLibrary.Handle, "sqlite3_vfs_register");
        return register(vfs, 0) == Ok;
    }

    private static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text)!;

    private static Open Of(FileHandle* file) => Opened[file->Handle];

    [UnmanagedCallersOnly]
    private static int OpenFile(Vfs* vfs, byte* name, FileHandle* file, int flags, int* outFlags)
    {
        file->Methods = null;
        if (name is null)
            return CannotOpen;
        var path = Text(name);
        var disk = CrashDisk.Of(path);
        if (disk.File(path, create: (flags & 4) != 0) is not { } found)
            return CannotOpen;
        file->Handle = Interlocked.Increment(ref _handles);
        Opened[file->Handle] = new Open(disk, found, file->Handle);
        file->Methods = _methods;
        if (outFlags is not null)
            *outFlags = flags;
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int Delete(Vfs* vfs, byte* name, int sync)
    {
        var path = Text(name);
        CrashDisk.Of(path).Delete(path);
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int Access(Vfs* vfs, byte* name, int flags, int* result)
    {
        var path = Text(name);
        *result = CrashDisk.Of(path).File(path, create: false) is null ? 0 : 1;
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int FullPath(Vfs* vfs, byte* name, int size, byte* full)
    {
        var i = 0;
        for (; i < size - 1 && name[i] != 0; i++)
            full[i] = name[i];
        full[i] = 0;
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int Randomness(Vfs* vfs, int count, byte* target)
    {
        Random.Shared.NextBytes(new Span<byte>(target, count));
        return count;
    }

    [UnmanagedCallersOnly]
    private static int Sleep(Vfs* vfs, int microseconds)
    {
        Thread.Sleep(TimeSpan.FromMicroseconds(microseconds));
        return microseconds;
    }

    [UnmanagedCallersOnly]
    private static int CurrentTime(Vfs* vfs, double* julianDay)
    {
        *julianDay = 2_440_587.5 + (DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 86_400_000.0);
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int GetLastError(Vfs* vfs, int size, byte* text) => Ok;

    [UnmanagedCallersOnly]
    private static int Close(FileHandle* file)
    {
        if (Opened.TryRemove(file->Handle, out var open))
            open.File.Locks.UnlockAll(open.Owner);
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int Read(FileHandle* file, byte* target, int count, long offset) =>
        Of(file).File.Read(new Span<byte>(target, count), offset) == count ? Ok : ShortRead;

    [UnmanagedCallersOnly]
    private static int Write(FileHandle* file, byte* source, int count, long offset)
    {
        if (offset + count > CrashFile.Largest)
            return Full;
        var open = Of(file);
        open.Disk.Operation(() => open.File.Write(new ReadOnlySpan<byte>(source, count), offset));
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int Truncate(FileHandle* file, long size)
    {
        if (size > CrashFile.Largest)
            return Full;
        var open = Of(file);
        open.Disk.Operation(() => open.File.Truncate(size));
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int Sync(FileHandle* file, int flags)
    {
        var open = Of(file);
        open.Disk.Operation(open.File.Sync);
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int FileSize(FileHandle* file, long* size)
    {
        *size = Of(file).File.Length;
        return Ok;
    }

    // levels as in sqlite3.h: 1 shared, 2 reserved, 3 pending, 4 exclusive; slot 0 = shared/exclusive, slot 1 = reserved
    [UnmanagedCallersOnly]
    private static int LockFile(FileHandle* file, int level)
    {
        var open = Of(file);
        if (open.Level >= level)
            return Ok;
        var isHeld = level == 1 ? open.File.Locks.TryLock(open.Owner, 0, 1, exclusive: false)
            : open.File.Locks.TryLock(open.Owner, 1, 1, exclusive: true) && (level < 4 || open.File.Locks.TryLock(open.Owner, 0, 1, exclusive: true));
        if (isHeld)
            open.Level = level;
        return isHeld ? Ok : Busy;
    }

    [UnmanagedCallersOnly]
    private static int UnlockFile(FileHandle* file, int level)
    {
        var open = Of(file);
        open.File.Locks.Unlock(open.Owner, 1, 1);
        if (level == 0)
            open.File.Locks.Unlock(open.Owner, 0, 1);
        else
            open.File.Locks.TryLock(open.Owner, 0, 1, exclusive: false);
        open.Level = level;
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int CheckReservedLock(FileHandle* file, int* result)
    {
        *result = 0;
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int FileControl(FileHandle* file, int op, void* argument) => NotFound;

    [UnmanagedCallersOnly]
    private static int SectorSize(FileHandle* file) => 512;

    [UnmanagedCallersOnly]
    private static int Characteristics(FileHandle* file) => 0;

    [UnmanagedCallersOnly]
    private static int ShmMap(FileHandle* file, int index, int size, int extend, nint* region)
    {
        *region = Of(file).File.Locks.Region(index, size, extend != 0);
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static int ShmLock(FileHandle* file, int from, int count, int flags)
    {
        var open = Of(file);
        if ((flags & 1) != 0)
            open.File.Locks.Unlock(open.Owner, FirstShmSlot + from, count);
        else if (!open.File.Locks.TryLock(open.Owner, FirstShmSlot + from, count, exclusive: (flags & 8) != 0))
            return Busy;
        return Ok;
    }

    [UnmanagedCallersOnly]
    private static void ShmBarrier(FileHandle* file) => Interlocked.MemoryBarrier();

    [UnmanagedCallersOnly]
    private static int ShmUnmap(FileHandle* file, int delete) => Ok;
}
