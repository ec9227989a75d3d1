using System.Text;
using System.Text.RegularExpressions;
using Azure.Core;

namespace Husrum.Functions.Azure.Tables;

/// <summary>An entity group transaction on the wire: requests within a multipart body, and the answers within another.</summary>
internal static partial class BatchBody
{
    /// <summary>The body. Its boundaries follow from the write's id, which stands in no record.</summary>
    public static byte[] Write(IReadOnlyList<TableChange> changes, Uri service, string table, string id)
    {
        using var body = new MemoryStream();
        Line(body, $"--batch_{id}");
        Line(body, $"Content-Type: multipart/mixed; boundary=changeset_{id}");
        Line(body, "");
        foreach (var change in changes)
        {
            Line(body, $"--changeset_{id}");
            Line(body, "Content-Type: application/http");
            Line(body, "Content-Transfer-Encoding: binary");
            Line(body, "");
            Line(body, $"{change.Method} {service.AbsoluteUri.TrimEnd('/')}/{change.Path(table)} HTTP/1.1");
            Line(body, "Accept: application/json;odata=minimalmetadata");
            Line(body, "DataServiceVersion: 3.0");
            if (change.Method == RequestMethod.Post)
                Line(body, "Prefer: return-no-content");
            if (change.IfMatch is { } etag)
                Line(body, $"If-Match: {etag}");
            if (change.Entity is { } entity)
            {
                Line(body, "Content-Type: application/json");
                Line(body, $"Content-Length: {entity.Length}");
                Line(body, "");
                body.Write(entity);
            }

            Line(body, "");
            Line(body, "");
        }

        Line(body, $"--changeset_{id}--");
        Line(body, $"--batch_{id}--");
        return body.ToArray();
    }

    public static string ContentType(string id) => $"multipart/mixed; boundary=batch_{id}";

    /// <summary>What the service says of the whole: the first answer that is no success, or a success.</summary>
    /// <returns>Status 0 where there is no answer in it.</returns>
    public static (int Status, string Body) Read(string body)
    {
        var answers = Status().Matches(body);
        var bad = answers.FirstOrDefault(answer => answer.Groups["status"].ValueSpan[0] != '2');
        return answers.Count == 0 ? (0, "") : bad is null ? (204, "") : (int.Parse(bad.Groups["status"].ValueSpan), body[bad.Index..]);
    }

    private static void Line(MemoryStream body, string line)
    {
        body.Write(Encoding.UTF8.GetBytes(line));
        body.Write("\r\n"u8);
    }

    [GeneratedRegex(@"^HTTP/1\.1 (?<status>\d{3})", RegexOptions.Multiline)]
    private static partial Regex Status();
}
