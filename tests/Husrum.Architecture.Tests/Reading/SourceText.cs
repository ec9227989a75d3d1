using System.Text;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>C# as far as these tests need to understand it.</summary>
internal static class SourceText
{
    /// <summary>The source with comments blanked out; strings and line numbers stay.</summary>
    public static string WithoutComments(string source)
    {
        var code = new StringBuilder(source.Length);
        for (var at = 0; at < source.Length;)
        {
            var length = LiteralLength(source, at);
            if (length > 0)
                code.Append(source, at, length);
            else if ((length = CommentLength(source, at)) > 0)
                code.Append('\n', source.AsSpan(at, length).Count('\n'));
            else
                code.Append(source[at]);
            at += Math.Max(length, 1);
        }

        return code.ToString();
    }

    private static int CommentLength(string source, int at)
    {
        if (StartsAt(source, at, "//"))
            return End(source, at, "\n") - at;
        return StartsAt(source, at, "/*") ? End(source, at + 2, "*/") + 2 - at : 0;
    }

    private static int LiteralLength(string source, int at)
    {
        if (StartsAt(source, at, "\"\"\""))
        {
            var quotes = source.AsSpan(at).IndexOfAnyExcept('"');
            return quotes < 0 ? source.Length - at : End(source, at + quotes, new string('"', quotes)) + quotes - at;
        }

        if (source[at] == '@' && StartsAt(source, at + 1, "\""))
            return Quoted(source, at + 1, '"', escape: '\0') + 1;
        return source[at] is '"' or '\'' ? Quoted(source, at, source[at], escape: '\\') : 0;
    }

    private static int Quoted(string source, int at, char quote, char escape)
    {
        for (var end = at + 1; end < source.Length; end++)
        {
            if (source[end] == escape)
                end++;
            else if (source[end] == quote || source[end] == '\n')
                return end + 1 - at;
        }

        return source.Length - at;
    }

    private static bool StartsAt(string source, int at, string text) => string.CompareOrdinal(source, at, text, 0, text.Length) == 0;

    private static int End(string source, int at, string text)
    {
        var end = source.IndexOf(text, at, StringComparison.Ordinal);
        return end < 0 ? source.Length - (text == "\n" ? 0 : text.Length) : end;
    }
}
