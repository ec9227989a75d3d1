using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.People;

/// <summary>An organisation's offices, held by invented people: a coordinator a department, and one of each other office. <c>.example</c> reaches nobody.</summary>
internal static class StageStaff
{
    private static readonly string[] Coordinators = ["Karen Lundgaard", "Jens Mørch", "Pia Vestergren", "Omar Sandholt", "Helle Brinkby", "Tue Aagesholt", "Maja Ravnkilde"];

    /// <summary>Puts them in their places.</summary>
    public static Task AddAsync(Stage stage, Organisation organisation, CancellationToken cancellation = default) => AddAsync(stage, organisation, "da", cancellation);

    /// <summary>The same, written to in a language.</summary>
    public static async Task AddAsync(Stage stage, Organisation organisation, string language, CancellationToken cancellation = default)
    {
        Task PutAsync(string name, string mailbox, StaffRole role, IReadOnlyList<string> departments) => PutInPlaceAsync(stage, (name, mailbox, language), role, departments, cancellation);
        string[] all = [.. organisation.Departments.Select(department => department.Id)];
        for (var i = 0; i < all.Length; i++)
            await PutAsync(Coordinators[i % Coordinators.Length], $"koordinator.{all[i]}", StaffRole.Coordinator, [all[i]]);
        await PutAsync("Lise Abelgaard", "stedfortraeder", StaffRole.Deputy, all);
        await PutAsync("Bo Friisholm", "kasserer", StaffRole.Treasurer, []);
        await PutAsync("Inge Toftegård", "landsleder", StaffRole.Leader, []);
        await PutAsync("Ali Kronborg", "drift", StaffRole.Operator, []);
    }

    /// <summary>The treasurer's person id.</summary>
    public static async Task<string> TreasurerAsync(Stage stage, CancellationToken cancellation = default) =>
        await stage.Get<PersonDirectory>().FindByEmailAsync(Address("kasserer"), cancellation) ?? throw new InvalidOperationException("The stage has no staff.");

    /// <summary>The national leader's person id.</summary>
    public static async Task<string> LeaderAsync(Stage stage, CancellationToken cancellation = default) =>
        await stage.Get<PersonDirectory>().FindByEmailAsync(Address("landsleder"), cancellation) ?? throw new InvalidOperationException("The stage has no staff.");

    /// <summary>The coordinator's person id.</summary>
    public static async Task<string> CoordinatorAsync(Stage stage, string departmentId, CancellationToken cancellation = default) =>
        await stage.Get<PersonDirectory>().FindByEmailAsync(Address($"koordinator.{departmentId}"), cancellation) ?? throw new InvalidOperationException("The stage has no staff.");

    private static string Address(string mailbox) => $"{mailbox}@organisation.example";

    private static async Task PutInPlaceAsync(Stage stage, (string Name, string Mailbox, string Language) who, StaffRole role, IReadOnlyList<string> departments, CancellationToken cancellation)
    {
        var id = await stage.Get<PersonDirectory>().FindOrCreateByEmailAsync(Address(who.Mailbox), who.Name, who.Language, cancellation: cancellation);
        await stage.Get<StaffDirectory>().PutAsync(id, [role], departments, cancellation: cancellation);
    }
}
