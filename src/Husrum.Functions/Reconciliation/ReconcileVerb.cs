using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.Reconciliation;
using Husrum.Core.Register;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Reconciliation;

/// <summary><c>reconcile</c>: the nightly reckoning, now and on the console, beside a program that runs or without it. Changes nothing.</summary>
internal static class ReconcileVerb
{
    /// <summary>Reckons up a data folder, or the account that is set.</summary>
    /// <returns>False where something does not balance.</returns>
    /// <exception cref="StartOptionsException">The format is none.</exception>
    /// <exception cref="DataFolderException">There is no database.</exception>
    public static async Task<bool> RunAsync(IConfiguration options, DataFolder folder, TextWriter output)
    {
        var isJson = options["format"] switch
        {
            null or "text" => false,
            "json" => true,
            _ => throw new StartOptionsException("--format is text or json."),
        };
        var report = await ReportAsync(options, folder);
        await output.WriteAsync(isJson ? BalanceSheet.Json(report) : BalanceSheet.Text(report));
        return report.Balances;
    }

    private static async Task<ReconciliationReport> ReportAsync(IConfiguration options, DataFolder folder)
    {
        if (StorageSettings.Read(options) is { } settings)
        {
            var account = await AccountOffline.OpenAsync(settings, options);
            return await ReportAsync(account.Register, TimeProvider.System, await account.Organisation.Value, account.LinkKey, new NoParkedRuns());
        }

        using var home = await OfflineHome.OpenAsync(folder.Database);
        return await ReportAsync(home.Register, home.Time, OrganisationFile.Open(folder.Organisation), FileLinkKey.Open(folder.LinkKey), new ParkedInFile(home.Database));
    }

    private static async Task<ReconciliationReport> ReportAsync(IRegister register, TimeProvider time, Organisation organisation, ILinkKey key, IParkedRuns parked)
    {
        await using var services = new ServiceCollection()
            .AddSingleton(register)
            .AddSingleton(time)
            .AddSingleton(organisation)
            .AddSingleton(key)
            .AddRegisterParts()
            .AddProgramme()
            .AddSingleton(parked)
            .BuildServiceProvider();
        return await services.GetRequiredService<Reconciler>().RunAsync();
    }

    // the Functions host keeps its own; what stands still there is seen at /drift, and by what does not come
    private sealed class NoParkedRuns : IParkedRuns
    {
        public Task<IReadOnlyList<(string InstanceId, DateTimeOffset Since)>> ParkedAsync(CancellationToken cancellation) => Task.FromResult<IReadOnlyList<(string, DateTimeOffset)>>([]);
    }
}
