using System.Text;

namespace Husrum.Functions.Rehearsal.Printing;

/// <summary>A rehearsal as text, a line a thing that happens, and under each message what its receiver reads.</summary>
internal static class TextPrint
{
    private const string Indent = "                             | ";

    /// <summary>The text of one branch, or of several, each from where it parts from the first one.</summary>
    public static string Of(IReadOnlyList<Branch> branches)
    {
        var (words, text) = (new Words(branches[0].Result.Request.Language), new StringBuilder());
        foreach (var (branch, index) in branches.Select((branch, index) => (branch, index)))
        {
            text.Append(index == 0 ? "" : "\n").Append(words.Title(branch.Result)).Append('\n');
            foreach (var line in new[] { words.Chosen(branch.Result), words.Sum(branch.Result) }.Where(line => line.Length > 0))
                text.Append(line.Trim()).Append('\n');
            text.Append('\n');
            var from = index == 0 ? 0 : branch.PartsFrom(branches[0]);
            if (from > 0)
                text.Append(words.Say($"---- De første {from} linjer er de samme. Herfra går det anderledes: ----\n", $"---- The first {from} lines are the same. Here they part: ----\n"));
            foreach (var line in branch.Result.Events.Skip(from))
                Write(text, words, line);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, Words words, RehearsedEvent line)
    {
        var isSms = line.Channel == "sms";
        text.Append(words.At(line.At)).Append("  ").Append(words.Kind(line).PadRight(8)).Append("  ").Append(words.Whom(line)).Append(isSms ? line.Body.ReplaceLineEndings(" ") : line.Headline);
        if (line.Due is { } due && line.Kind == RehearsedKind.Task)
            text.Append(words.Say(" (frist ", " (due ")).Append(words.At(due)).Append(')');
        if (line.Rule is { } rule)
            text.Append("  [").Append(rule).Append(']');
        if (line.Marks.Count > 0)
            text.Append("  ! ").Append(words.Marks(line));
        text.Append('\n');
        if (isSms || line.Body.Length == 0)
            return;
        foreach (var part in line.Body.ReplaceLineEndings("\n").Split('\n'))
            text.Append((Indent + part).TrimEnd()).Append('\n');
    }
}
