using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.People;

/// <summary>An organisation's offices, held by invented people: a coordinator a department, and one of each other office. <c>.example</c> reaches nobody.</summary>
internal static class StageStaff
{
    private static readonly string[] Coordinators = ["Karen Lundgaard", "Jens Mørch", "Pia Vestergren", "Omar Sandholt", "Helle Brinkby", "Tue Aagesholt", "Maja Ravnkilde"];

    /// <summary>Puts them in their places.</summary>
    public static async Task AddAsync(Stage stage, Organisation organisation, CancellationToken cancellation = default)
    {
        string[] all = [.. organisation.Departments.Select(department => department.Id)];
        for (var i = 0; i < all.Length; i++)
            await AddAsync(stage, Coordinators[i % Coordinators.Length], $"koordinator.{all[i]}", StaffRole.Coordinator, [all[i]], cancellation);
        await AddAsync(stage, "Lise Abelgaard", "stedfortraeder", StaffRole.Deputy, all, cancellation);
        await AddAsync(stage, "Bo Friisholm", "kasserer", StaffRole.Treasurer, [], cancellation);
        await AddAsync(stage, "Inge Toftegård", "landsleder", StaffRole.Leader, [], cancellation);
        await AddAsync(stage, "Ali Kronborg", "drift", StaffRole.Operator, [], cancellation);
    }

    /// <summary>The treasurer's person id.</summary>
    public static async Task<string> TreasurerAsync(Stage stage, CancellationToken cancellation = default) =>
        await stage.Get<PersonDirectory>().FindByEmailAsync(Address("kasserer"), cancellation) ?? throw new InvalidOperationException("The stage has no staff.");

    /// <summary>The coordinator's person id.</summary>
    public static async Task<string> CoordinatorAsync(Stage stage, string departmentId, CancellationToken cancellation = default) =>
        await stage.Get<PersonDirectory>().FindByEmailAsync(Address($"koordinator.{departmentId}"), cancellation) ?? throw new InvalidOperationException("The stage has no staff.");

    private static string Address(string mailbox) => $"{mailbox}@organisation.example";

    private static async Task AddAsync(Stage stage, string name, string mailbox, StaffRole role, IReadOnlyList<string> departments, CancellationToken cancellation)
    {
        var id = await stage.Get<PersonDirectory>().FindOrCreateByEmailAsync(Address(mailbox), name, "da", cancellation: cancellation);
        await stage.Get<StaffDirectory>().PutAsync(id, [role], departments, cancellation: cancellation);
    }
}
