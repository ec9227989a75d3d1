using Husrum.Core.Register;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Collecting;

/// <summary>Who is who on a stage: names by id and by address, and who is staff.</summary>
internal sealed class StagePeople
{
    private readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byAddress = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _staff = new(StringComparer.Ordinal);

    private StagePeople()
    {
    }

    public static Task<StagePeople> ReadAsync(Stage stage, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var people = new StagePeople();
        foreach (var (partition, _, body) in stage.Rows("person"))
            people._byId[IdOf(partition)] = (string?)body["name"] ?? "";
        foreach (var (partition, _, body) in stage.Rows("contact-point"))
            people._byAddress[(string?)body["value"] ?? ""] = people._byId.GetValueOrDefault(IdOf(partition), "");
        foreach (var (partition, _, _) in stage.Rows("staff-member"))
            people._staff.Add(IdOf(partition));
        return Task.FromResult(people);
    }

    /// <summary>The name of whoever has an address; the address itself where nobody does.</summary>
    public string At(string address) => _byAddress.GetValueOrDefault(address) is { Length: > 0 } name ? name : address;

    public string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => _byId.GetValueOrDefault(id, id)));

    public bool IsStaff(string id) => _staff.Contains(id);

    private static string IdOf(string partition) => partition[(Partitions.Person("").Length)..];
}
