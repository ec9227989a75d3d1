using Husrum.Core.Register;

namespace Husrum.Functions.Azure.Tables;

/// <summary>Rows of a partition by prefix and end, as bounds that Azure Tables compares; null for no bound. A bound holds only what keys may hold, whatever was asked for.</summary>
/// <param name="From">The first key.</param>
/// <param name="Below">Above the last key.</param>
/// <param name="Through">The last key.</param>
internal sealed record KeyRange(string? From, string? Below, string? Through)
{
    /// <summary>The range, or null where no key can be in it.</summary>
    public static KeyRange? Of(string prefix, string? through)
    {
        if ((prefix.Length > 0 && !RegisterKey.IsKey(prefix)) || through?.Length == 0)
            return null;
        var range = prefix.Length == 0 ? new KeyRange(null, null, null) : new KeyRange(prefix, After(prefix), null);
        return through is null ? range : range.EndingAt(through);
    }

    /// <summary>The filter's text.</summary>
    public string Filter(string partition) =>
        $"PartitionKey eq {Quoted(partition)}{Bound("ge", From)}{Bound("lt", Below)}{Bound("le", Through)}";

    private KeyRange EndingAt(string through)
    {
        var wrong = through.AsSpan().IndexOfAnyExcept(RegisterKey.Allowed);
        if (wrong < 0)
            return IsNearer(through) ? this with { Below = null, Through = through } : this;
        // no key goes on from there with that character: the next one that may follow, or everything that begins so
        var below = NextAllowed(through[wrong]) is { } next ? through[..wrong] + next : After(through[..wrong]);
        return below is not null && IsNearer(below) ? this with { Below = below } : this;
    }

    private bool IsNearer(string end) => Below is null || string.CompareOrdinal(end, Below) < 0;

    // the smallest bound above everything that begins so, or null where there is none
    private static string? After(string prefix)
    {
        for (var i = prefix.Length - 1; i >= 0; i--)
        {
            if (NextAllowed(prefix[i]) is { } next)
                return prefix[..i] + next;
        }

        return null;
    }

    private static char? NextAllowed(char after)
    {
        for (var next = (char)(after + 1); next < RegisterKey.AfterAll; next++)
        {
            if (RegisterKey.Allowed.Contains(next))
                return next;
        }

        return null;
    }

    private static string Bound(string comparison, string? key) => key is null ? "" : $" and RowKey {comparison} {Quoted(key)}";

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
