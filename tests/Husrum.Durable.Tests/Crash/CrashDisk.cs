using System.Collections.Concurrent;

namespace Husrum.Durable.Tests.Crash;

/// <summary>
/// A disk in memory that forgets, at a power cut, what was not synced. It can say at every write and sync what a cut right then would leave.
/// </summary>
public sealed class CrashDisk
{
    private static readonly ConcurrentDictionary<string, CrashDisk> Disks = new();
    private readonly Dictionary<string, CrashFile> _files = [];
    private readonly Lock _lock = new();

    public CrashDisk()
        : this(new Dictionary<string, byte[]>())
    {
    }

    private CrashDisk(IReadOnlyDictionary<string, byte[]> content)
    {
        Id = Guid.NewGuid().ToString("N");
        foreach (var (name, bytes) in content)
            _files.Add(name, new CrashFile(bytes));
        Disks[Id] = this;
    }

    public string Id { get; }

    /// <summary>Name of the database file on this disk.</summary>
    public string Path => $"{Id}/hub.db";

    /// <summary>Called before each write, sync and truncation, with its number: take an image here to cut the power at this point.</summary>
    public Action<long>? BeforeOperation { get; set; }

    /// <summary>Called after each.</summary>
    public Action<long>? AfterOperation { get; set; }

    public long Operations { get; private set; }

    public static CrashDisk Of(string path) => Disks[path[..path.IndexOf('/', StringComparison.Ordinal)]];

    /// <summary>What is left after a cut now: all that was synced, and of the rest the pages that <paramref name="survives"/> lets through.</summary>
    public CrashImage Image(Func<bool>? survives = null)
    {
        lock (_lock)
            return new CrashImage(_files.ToDictionary(f => f.Key, f => f.Value.AfterCut(survives)));
    }

    public static CrashDisk From(CrashImage image) => new(image.Files);

    /// <summary>Gives back what the disk holds; nothing may have it open any more.</summary>
    public void Forget()
    {
        Disks.TryRemove(Id, out _);
        lock (_lock)
        {
            foreach (var file in _files.Values)
                file.Locks.Free();
        }
    }

    internal CrashFile? File(string path, bool create)
    {
        var name = path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];
        lock (_lock)
        {
            if (!_files.TryGetValue(name, out var file) && create)
                _files.Add(name, file = new CrashFile([]));
            return file;
        }
    }

    internal void Delete(string path)
    {
        lock (_lock)
            _files.Remove(path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..]);
    }

    internal void Operation(Action operation)
    {
        var number = ++Operations;
        BeforeOperation?.Invoke(number);
        operation();
        AfterOperation?.Invoke(number);
    }
}

/// <summary>The files a power cut left.</summary>
public sealed record CrashImage(IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>True where nothing was synced between the two; false says nothing.</summary>
    public bool IsSameAs(CrashImage other) => Files.Count == other.Files.Count && Files.All(f => other.Files.TryGetValue(f.Key, out var bytes) && ReferenceEquals(bytes, f.Value));
}

/// <summary>One file: what programs see of it, and what is safe on the platter.</summary>
internal sealed class CrashFile(byte[] content)
{
    /// <summary>More than any test writes; a file that lost what was not synced can make SQLite write far beyond its end.</summary>
    public const long Largest = 256L << 20;

    private const int Sector = 512;
    private readonly Lock _lock = new();
    private readonly SortedSet<int> _unsynced = [];
    private byte[] _live = (byte[])content.Clone();
    private int _length = content.Length;
    private byte[] _safe = content;

    public CrashLocks Locks { get; } = new();

    public long Length
    {
        get
        {
            lock (_lock)
                return _length;
        }
    }

    public int Read(Span<byte> target, long offset)
    {
        lock (_lock)
        {
            var count = (int)Math.Clamp(_length - offset, 0, target.Length);
            _live.AsSpan((int)Math.Min(offset, _length), count).CopyTo(target);
            target[count..].Clear();
            return count;
        }
    }

    public void Write(ReadOnlySpan<byte> source, long offset)
    {
        lock (_lock)
        {
            var end = (int)offset + source.Length;
            if (end > _live.Length)
                Array.Resize(ref _live, Math.Max(end, _live.Length * 2));
            source.CopyTo(_live.AsSpan((int)offset));
            _length = Math.Max(_length, end);
            for (var sector = (int)offset / Sector; sector <= (end - 1) / Sector; sector++)
                _unsynced.Add(sector);
        }
    }

    /// <summary>Makes it shorter, or longer by zeros, as ftruncate does.</summary>
    public void Truncate(long size)
    {
        lock (_lock)
        {
            if (size > _live.Length)
                Array.Resize(ref _live, (int)size);
            else
                _live.AsSpan((int)size).Clear();
            for (var sector = _length / Sector; sector < (size + Sector - 1) / Sector; sector++)
                _unsynced.Add(sector);
            _length = (int)size;
        }
    }

    public void Sync()
    {
        lock (_lock)
        {
            _safe = _live.AsSpan(0, _length).ToArray();
            _unsynced.Clear();
        }
    }

    public byte[] AfterCut(Func<bool>? survives)
    {
        lock (_lock)
        {
            if (survives is null)
                return _safe;
            var left = (byte[])_safe.Clone();
            foreach (var sector in _unsynced)
            {
                var from = sector * Sector;
                if (from >= _length || !survives())
                    continue;
                var to = Math.Min(from + Sector, _length);
                if (to > left.Length)
                    Array.Resize(ref left, to);
                _live.AsSpan(from, to - from).CopyTo(left.AsSpan(from));
            }

            return left;
        }
    }
}

/// <summary>File and shared-memory locks between connections of one process.</summary>
internal sealed class CrashLocks
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(int Owner, int Slot), bool> _held = []; // true = exclusive
    private readonly List<nint> _regions = [];

    public bool TryLock(int owner, int from, int count, bool exclusive)
    {
        lock (_lock)
        {
            foreach (var ((holder, slot), isExclusive) in _held)
            {
                if (holder != owner && slot >= from && slot < from + count && (exclusive || isExclusive))
                    return false;
            }

            for (var slot = from; slot < from + count; slot++)
                _held[(owner, slot)] = exclusive;
            return true;
        }
    }

    public void Unlock(int owner, int from, int count)
    {
        lock (_lock)
        {
            for (var slot = from; slot < from + count; slot++)
                _held.Remove((owner, slot));
        }
    }

    public void UnlockAll(int owner)
    {
        lock (_lock)
        {
            foreach (var key in _held.Keys.Where(k => k.Owner == owner).ToList())
                _held.Remove(key);
        }
    }

    public unsafe void Free()
    {
        lock (_lock)
        {
            foreach (var region in _regions)
                System.Runtime.InteropServices.NativeMemory.Free((void*)region);
            _regions.Clear();
        }
    }

    public unsafe nint Region(int index, int size, bool extend)
    {
        lock (_lock)
        {
            while (extend && _regions.Count <= index)
                _regions.Add((nint)System.Runtime.InteropServices.NativeMemory.AllocZeroed((nuint)size));
            return index < _regions.Count ? _regions[index] : 0;
        }
    }
}
