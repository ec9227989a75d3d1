using System.Text;

namespace Husrum.Functions.Messages.Smtp;

/// <summary>Danish letters in seven bits: encoded words in headers (RFC 2047), quoted-printable in bodies (RFC 2045).</summary>
internal static class MimeText
{
    private const int LongestLine = 76;

    // "=?utf-8?B?" + 4/3 of the bytes + "?=" fits a line of 76 characters with the header's name before it
    private const int BytesAWord = 39;

    private const int LongestPlain = 60;

    /// <summary>Text for a header: as it is where that is plain and short, else encoded, over as many lines as it takes.</summary>
    public static string Header(string text)
    {
        var clean = Clean(text);
        return clean.Length <= LongestPlain && clean.All(c => c is >= ' ' and <= '~') && !clean.Contains("=?", StringComparison.Ordinal) ? clean : Encoded(clean);
    }

    /// <summary>A name before an address.</summary>
    public static string Phrase(string name)
    {
        var header = Header(name);
        return header.StartsWith("=?", StringComparison.Ordinal) ? header : '"' + header.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
    }

    /// <summary>A body: lines of at most 76 characters that end in CRLF.</summary>
    public static string QuotedPrintable(string text)
    {
        var result = new StringBuilder(text.Length + (text.Length / 8));
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        foreach (var (index, line) in lines.Index())
        {
            if (index > 0)
                result.Append("\r\n");
            AppendLine(result, Encoding.UTF8.GetBytes(line));
        }

        return result.ToString();
    }

    private static void AppendLine(StringBuilder result, byte[] line)
    {
        var length = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var isLast = i == line.Length - 1;
            var isPlain = line[i] is (>= (byte)'!' and <= (byte)'~' and not (byte)'=') || (line[i] is (byte)' ' or (byte)'\t' && !isLast);
            var width = isPlain ? 1 : 3;
            if (length + width > (isLast ? LongestLine : LongestLine - 1))
            {
                result.Append("=\r\n");
                length = 0;
            }

            if (isPlain)
                result.Append((char)line[i]);
            else
                result.Append('=').Append(line[i].ToString("X2"));
            length += width;
        }
    }

    private static string Encoded(string text)
    {
        var (words, word) = (new List<string>(), new List<byte>());
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (word.Count + bytes.Length > BytesAWord)
            {
                words.Add(Word(word));
                word = [];
            }

            word.AddRange(bytes);
        }

        words.Add(Word(word));
        return string.Join("\r\n ", words);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    // a line's end would begin another header
    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
