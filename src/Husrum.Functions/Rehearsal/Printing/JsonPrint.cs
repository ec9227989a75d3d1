using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Husrum.Core.Calendar;

namespace Husrum.Functions.Rehearsal.Printing;

/// <summary>A rehearsal as JSON, for other programs: an array of lines, moments in local time with their offset.</summary>
internal static class JsonPrint
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The text.</summary>
    /// <param name="branches">One, or several to be told apart by a field of their own.</param>
    public static string Of(IReadOnlyList<Branch> branches)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var branch in branches)
            {
                foreach (var line in branch.Result.Events)
                    Write(writer, line, branches.Count > 1 ? branch.Name : null);
            }

            writer.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, RehearsedEvent line, string? branch)
    {
        writer.WriteStartObject();
        writer.WriteString("at", Local(line.At));
        writer.WriteString("process", line.Process);
        writer.WriteString("instance", line.Instance);
        writer.WriteString("kind", line.Kind.ToString().ToLowerInvariant());
        writer.WriteString("to", line.To);
        writer.WriteString("channel", line.Channel);
        writer.WriteString("template", line.Name);
        writer.WriteString("text", line.Text);
        writer.WriteString("due", line.Due is { } due ? Local(due) : null);
        writer.WriteString("rule", line.Rule);
        if (line.Marks.Count > 0)
        {
            writer.WriteStartArray("marks");
            foreach (var mark in line.Marks)
                writer.WriteStringValue(mark.Danish);
            writer.WriteEndArray();
        }

        if (branch is not null)
            writer.WriteString("branch", branch);
        writer.WriteEndObject();
    }

    private static string Local(DateTimeOffset at)
    {
        var wall = WallTime.LocalDate(at).ToDateTime(WallTime.LocalTime(at));
        return new DateTimeOffset(wall, wall - at.UtcDateTime).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
