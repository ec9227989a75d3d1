using System.Buffers;

namespace Husrum.Core.Register;

/// <summary>What a partition's or row's key may be: what Azure Tables takes, in plain ASCII, so that both homes sort alike.</summary>
public static class RegisterKey
{
    /// <summary>Comes after every character a key may hold.</summary>
    public const char AfterAll = '\u007f';

    private const int MaxLength = 500;

    /// <summary>The characters a key may hold.</summary>
    public static SearchValues<char> Allowed { get; } = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except(@"/\#?%")]);

    /// <summary>The key, if it is one.</summary>
    /// <exception cref="ArgumentException">Empty, over 500 characters, not ASCII, or with one of / \ # ? %. The message does not repeat it.</exception>
    public static string Check(string key)
    {
        if (key.Length is 0 or > MaxLength)
            throw new ArgumentException($"A register key has 1 to {MaxLength} characters.", nameof(key));
        if (key.AsSpan().ContainsAnyExcept(Allowed))
            throw new ArgumentException(@"A register key is plain ASCII without / \ # ? %.", nameof(key));
        return key;
    }

    /// <summary>Whether it may be a key. What may not is in no register.</summary>
    public static bool IsKey(string key) => key.Length is > 0 and <= MaxLength && !key.AsSpan().ContainsAnyExcept(Allowed);
}
