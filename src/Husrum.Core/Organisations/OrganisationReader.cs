using System.Text.Json;
using System.Text.Json.Nodes;

namespace Husrum.Core.Organisations;

/// <summary>Reads <c>organisation.json</c>. People write that file by hand, so everything that is wrong with it is said at once, each with the path of its field.</summary>
public static class OrganisationReader
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, AllowDuplicateProperties = false };

    /// <summary>The organisation in a file's text.</summary>
    /// <exception cref="OrganisationException">Something is wrong; all of it is listed.</exception>
    public static Organisation Read(string json)
    {
        var root = Parse(json);
        var fields = new FieldReader(root, "");
        var organisation = new Organisation
        {
            Id = fields.Text("id", Patterns.Id),
            Name = fields.Text("name", Patterns.Name),
            Languages = fields.Texts("languages", Patterns.Language),
            Mailbox = fields.Text("mailbox", Patterns.Mailbox),
            Senders = fields.Object("senders", Senders),
            Departments = fields.List("departments", atLeast: 1, d => new Department(d.Text("id", Patterns.Id), d.Text("name", Patterns.Name), d.Text("mailbox", Patterns.Mailbox))),
            Limits = fields.Object("limits", l => new Limits(l.Number("secondApprovalKr", 0, 1_000_000))),
            Volunteering = fields.Optional("volunteering", VolunteeringReader.Read),
            HjemTilOs = fields.Optional("hjemTilOs", HjemTilOsReader.Read),
            ApiKeys = fields.List("apiKeys", atLeast: 0, k => new ApiKey(k.Text("name", Patterns.Name), k.Text("sha256", Patterns.Sha256))),
        };
        fields.Finish();
        if (fields.Problems.Count == 0)
            Doubles(organisation, fields.Problems);
        return fields.Problems.Count == 0 ? organisation : throw new OrganisationException(fields.Problems);
    }

    private static Senders Senders(FieldReader fields) => new(fields.Text("email", Patterns.Mailbox), fields.Text("emailName", Patterns.Name), fields.Text("sms", Patterns.SmsSender))
    {
        SmsAbroad = fields.List("smsAbroad", atLeast: 0, a => new SmsAbroad(a.Text("prefix", Patterns.CountryCode), a.Text("sender", Patterns.SmsSenderAbroad))),
    };

    private static JsonObject Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Lenient) as JsonObject ?? throw new OrganisationException(["The file holds no object: it should begin with {."]);
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $"see line {line + 1}, character {e.BytePositionInLine + 1}" : "a field stands in it twice";
            throw new OrganisationException([$"The file is not proper JSON: {place}."]);
        }
    }

    private static void Doubles(Organisation organisation, List<string> problems)
    {
        Once(organisation.Departments.Select(d => d.Id), "departments", "id", problems);
        Once(organisation.Senders.SmsAbroad.Select(a => a.Prefix), "senders.smsAbroad", "prefix", problems);
        Once(organisation.ApiKeys.Select(k => k.Name), "apiKeys", "name", problems);
        Once(organisation.ApiKeys.Select(k => k.Sha256), "apiKeys", "sha256", problems);
        Once((organisation.HjemTilOs?.Municipalities ?? []).Select(m => m.Id), "hjemTilOs.municipalities", "id", problems);
        foreach (var (index, id) in (organisation.HjemTilOs?.Departments ?? []).Index())
        {
            if (organisation.Department(id) is null)
                problems.Add($"hjemTilOs.departments[{index}]: there is no department '{id}'.");
        }

        if (organisation.Volunteering is not { } volunteering)
            return;
        Once(volunteering.Functions.Select(f => f.Id), "volunteering.functions", "id", problems);
        Once(volunteering.IntroCourses.Select(c => c.Id), "volunteering.introCourses", "id", problems);
        Once(volunteering.Meetings.Select(m => m.Id), "volunteering.meetings", "id", problems);
        problems.AddRange(MeetingReader.Problems(organisation));
    }

    private static void Once(IEnumerable<string> values, string list, string field, List<string> problems)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, value) in values.Index())
        {
            if (!seen.Add(value))
                problems.Add($"{list}[{index}].{field}: stands in the list already.");
        }
    }
}

/// <summary><c>organisation.json</c> cannot be used. For an operator: each line names a field and says what it should be.</summary>
/// <param name="problems">Everything that is wrong.</param>
public sealed class OrganisationException(IReadOnlyList<string> problems)
    : Exception("organisation.json cannot be used:\n" + string.Join('\n', problems.Select(p => "  " + p)))
{
    /// <summary>Everything that is wrong, a line each.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
