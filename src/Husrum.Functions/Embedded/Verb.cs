using Husrum.Core.Links;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Functions.Azure;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.ConfigCheck;
using Husrum.Functions.Embedded.Backups;
using Husrum.Functions.Messages;
using Husrum.Functions.Reconciliation;
using Husrum.Functions.Rehearsal;
using Husrum.Functions.Rehearsal.Simulation;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Embedded;

/// <summary>Something the program does once and ends, instead of serving: <c>backup [FILE]</c>, <c>restore FILE [--force]</c>, <c>sign-in-link EMAIL</c>, <c>config check</c>, <c>reconcile</c>, each with <c>--data DIR</c>; <c>rehearse PROCESS</c>; <c>simulate</c>; <c>publish-functions DIR</c>.</summary>
internal sealed class Verb
{
    private const string Usage = """
        Without a verb the program serves: [--data DIR] [--urls http://localhost:7071] [--demo [--clock 2026-08-31T08:00]]
        Verbs:
          backup [FILE]            writes one archive of everything; also while the program runs
          restore FILE [--force]   puts an archive back into an empty data folder (--force: moves what is there aside)
          sign-in-link EMAIL       prints a link by which this staff member signs in once; also while the program runs
          config check             says what is set up, reachable and permitted, and what to do about what is not; changes and sends nothing
          reconcile [--format json] reckons up what was due, from records and calendar, against what was sent; also while the program runs; exit code 1 where something is lost, doubled, at the wrong time or stuck
          rehearse PROCESS         plays a process through before it happens, and prints every message, task and date; 'rehearse' alone lists what there is
          simulate [--years 3] [--families 200] [--volunteers 400] [--claims 2000] [--seed 42] [--faults] [--format json]
                                   plays an invented organisation over years and reckons it up; into an empty folder where --data names one
          publish-functions DIR    writes the folder that is deployed to an Azure function app; needs no data
        The others with --data DIR (./data where none is named, ./data-demo with --demo). Where Storage__Account is set, sign-in-link, config check, reconcile and
        rehearse look there, as whoever is signed in on this machine (az login); backup and restore are not for an account.
        """;

    private readonly string _name;
    private readonly string[] _operands;
    private readonly IConfiguration _options;
    private readonly IConfiguration _typed;

    private Verb(string name, string[] operands, IConfiguration options, IConfiguration typed) => (_name, _operands, _options, _typed) = (name, operands, options, typed);

    private DataFolder Folder => new(StartOptions.Read(_options).Data);

    /// <summary>The verb asked for, or null where the program is to serve.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="settings">Settings beside those of the environment.</param>
    public static Verb? Of(Arguments arguments, params IEnumerable<KeyValuePair<string, string?>> settings) => arguments.Operands.Count == 0
        ? null
        : new Verb(arguments.Operands[0], [.. arguments.Operands.Skip(1)], new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true).AddEnvironmentVariables().AddInMemoryCollection(settings).AddCommandLine(arguments.Options).Build(), new ConfigurationBuilder().AddCommandLine(arguments.Options).Build());

    /// <summary>Does it, and says on <paramref name="output"/> what came of it.</summary>
    public Task RunAsync(TextWriter output) => (_name, _operands.Length) switch
    {
        ("backup", <= 1) => BackupAsync(_operands.FirstOrDefault(), output),
        ("restore", 1) => RestoreAsync(_operands[0], output),
        ("config", 1) when _operands[0] == "check" => CheckAsync(output),
        ("reconcile", 0) => ReconcileAsync(output),
        ("rehearse", <= 1) => RehearseVerb.RunAsync(_operands.FirstOrDefault(), _typed, _options, Folder, output),
        ("simulate", 0) => SimulateAsync(output),
        ("publish-functions", 1) => output.WriteLineAsync(PublishFunctions.Run(_operands[0])),
        ("sign-in-link", 1) => SignInLinkAsync(_operands[0], output),
        _ => throw new StartOptionsException(Usage),
    };

    private async Task BackupAsync(string? file, TextWriter output)
    {
        RefuseAccount("backup");
        await output.WriteLineAsync($"Written: {await Backup.WriteAsync(Folder, file)}   It holds keys and personal data: keep it as safe as the data folder.");
    }

    private async Task CheckAsync(TextWriter output) => Environment.ExitCode = await new ConfigReport(_options, TimeProvider.System).RunAsync(output) ? 0 : 1;

    private async Task ReconcileAsync(TextWriter output) => Environment.ExitCode = await ReconcileVerb.RunAsync(_options, Folder, output) ? 0 : 1;

    private async Task SimulateAsync(TextWriter output) => Environment.ExitCode = await SimulateVerb.RunAsync(_typed, output, Console.Error) ? 0 : 1;

    private async Task RestoreAsync(string file, TextWriter output)
    {
        RefuseAccount("restore");
        var held = await Restore.RunAsync(file, Folder, _options["force"] == "true");
        await output.WriteLineAsync($"Put back into {Folder.Root}.");
        await output.WriteLineAsync($"Messages that wait for a person's word, because they may have been sent before: {held}, and those that fall due while the program catches up at its next start. An operator finds them at /postkasse.");
    }

    // an archive of a data folder is not what an account holds, and one of the other by mistake is worse than none
    private void RefuseAccount(string verb)
    {
        if (StorageSettings.Read(_options) is { } account)
            throw new DataFolderException($"'{verb}' is for a data folder, and Storage__Account is set: the records are at {account.Tables.Host}. There, what was deleted is brought back by the account itself; see 'Backup and restore' in the operators' guide. For a data folder, take Storage__Account away and name the folder with --data DIR.");
    }

    private async Task SignInLinkAsync(string email, TextWriter output)
    {
        if (StorageSettings.Read(_options) is { } settings)
        {
            if (string.IsNullOrEmpty(_options["PublicUrl"]))
                throw new StartOptionsException("Set PublicUrl to the address people reach the program by: the link leads there.");
            var account = await AccountOffline.OpenAsync(settings, _options);
            await PrintLinkAsync(account.Register, account.LinkKey, TimeProvider.System, email, output);
            return;
        }

        var folder = Folder;
        using var home = await OfflineHome.OpenAsync(folder.Database);
        await PrintLinkAsync(home.Register, FileLinkKey.Open(folder.LinkKey), home.Time, email, output);
    }

    private async Task PrintLinkAsync(IRegister register, ILinkKey key, TimeProvider time, string email, TextWriter output)
    {
        var ids = new Ids(new MachineRandom());
        using var throttle = new SignInThrottle();
        var sessions = new StaffSessions(register, ids, TimeProvider.System);
        var signIn = new SignInLinks(register, new PersonDirectory(register, ids), new StaffDirectory(register, ids), new PersonalLinks(register, key, ids, time), sessions, throttle, time);
        var token = await signIn.IssueAsync(email) ?? throw new DataFolderException("Nobody on the staff has that e-mail address.");
        await output.WriteLineAsync($"{new PublicAddress(_options).Value}{SignInLinks.Path}?t={token}");
    }
}
