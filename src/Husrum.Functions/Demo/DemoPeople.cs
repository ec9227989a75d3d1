using Husrum.Core.People;

namespace Husrum.Functions.Demo;

/// <summary>The people of the rehearsal. Names and addresses are invented; <c>.example</c> reaches nobody.</summary>
internal static class DemoPeople
{
    private static readonly Part[] Parts =
    [
        new("Karen Lundgaard", "karen", [StaffRole.Coordinator], ["aarhus", "skanderborg"]),
        new("Jens Mørch", "jens", [StaffRole.Coordinator], ["horsens", "silkeborg"]),
        new("Pia Vestergren", "pia", [StaffRole.Coordinator], ["viborg", "randers"]),
        new("Omar Sandholt", "omar", [StaffRole.Coordinator], ["esbjerg"]),
        new("Lise Abelgaard", "stedfortraeder", [StaffRole.Deputy], ["aarhus", "horsens", "silkeborg", "viborg", "randers", "esbjerg", "skanderborg"]),
        new("Bo Friisholm", "kasserer", [StaffRole.Treasurer], []),
        new("Inge Toftegård", "landsleder", [StaffRole.Leader], []),
        new("Ali Kronborg", "drift", [StaffRole.Operator], []),
    ];

    public const string Karen = "karen@husrum.example";
    public const string Jens = "jens@husrum.example";
    public const string Pia = "pia@husrum.example";
    public const string Omar = "omar@husrum.example";
    public const string Treasurer = "kasserer@husrum.example";

    /// <summary>The operator's address, for the first sign-in link.</summary>
    public const string Operator = "drift@husrum.example";

    /// <summary>Puts them in their places; those who are there already stay as they are.</summary>
    public static async Task AddAsync(PersonDirectory people, StaffDirectory staff, CancellationToken cancellation)
    {
        foreach (var part in Parts)
        {
            var id = await people.FindOrCreateByEmailAsync($"{part.Mailbox}@husrum.example", part.Name, "da", cancellation: cancellation);
            if (await staff.GetAsync(id, cancellation) is null)
                await staff.PutAsync(id, part.Roles, part.Departments, cancellation: cancellation);
        }
    }

    private sealed record Part(string Name, string Mailbox, IReadOnlyList<StaffRole> Roles, IReadOnlyList<string> Departments);
}
