using Husrum.Core.Calendar;
using Husrum.Core.Organisations;
using Husrum.Functions.Azure;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages;

namespace Husrum.Functions.ConfigCheck;

/// <summary>Where the program lives: its home, folder, disk, organisation, clock and public address.</summary>
internal sealed class PlaceChecks(IConfiguration configuration, StartOptions options, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly DataFolder _folder = new(options.Data);

    private bool IsAzure => CustomHandler.Port(configuration) is not null;

    public Finding Home() => !IsAzure && Account() is { } account
        ? Finding.Look("Home", $"not here: {account.Tables.Host} is looked at from this machine", "Right on an operator's own machine. The program by itself keeps its records in a data folder and does not start with Storage__Account set.")
        : Finding.Good("Home", (IsAzure ? "behind the Azure Functions host" : "by itself, on this machine") + (options.Demo ? ", as a rehearsal" : ""));

    /// <summary>The storage account records are in; null where they are in the data folder.</summary>
    public StorageSettings? Account() => StorageSettings.Read(configuration);

    public Finding Data()
    {
        const string name = "Data folder";
        try
        {
            _folder.Refuse(options.Demo, IsAzure ? DataFolder.Azure : DataFolder.Embedded);
            var there = Ancestor(_folder.Root);
            File.Delete(Probe(there));
            if (there != _folder.Root)
                return Finding.Good(name, $"{_folder.Root} (new: the first start makes it)");
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(_folder.Root) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0)
                return Finding.Look(name, $"{_folder.Root} can be read by other users", $"chmod 700 '{_folder.Root}': it holds names, accounts and keys.");
            return Finding.Good(name, $"{_folder.Root}{(File.Exists(_folder.Database) ? "" : " (new)")}");
        }
        catch (DataFolderException e)
        {
            return Finding.Wrong(name, $"{_folder.Root} cannot be used", e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Wrong(name, $"{_folder.Root} cannot be written to", "Let the program's user write there, or choose another with --data DIR.");
        }
    }

    public Finding Disk()
    {
        const string name = "Disk";
        var reserve = configuration.GetValue("Disk:ReserveMegabytes", DiskRoom.UsualReserve);
        var free = new DriveInfo(Ancestor(_folder.Root)).AvailableFreeSpace >> 20;
        return free >= reserve
            ? Finding.Good(name, $"{free:N0} MB free, {reserve:N0} MB kept for what has been taken in")
            : Finding.Wrong(name, $"{free:N0} MB free, less than the {reserve:N0} MB kept for what has been taken in", "Make room: no receipt can be uploaded until there is.");
    }

    public Finding Organisation()
    {
        const string name = "Organisation";
        if (!File.Exists(_folder.Organisation))
            return Finding.Look(name, "organisation.json is not there yet", "The first start writes one with invented mailboxes. Change those.");
        try
        {
            var ours = OrganisationReader.Read(File.ReadAllText(_folder.Organisation));
            var invented = ours.Departments.Select(d => d.Mailbox).Append(ours.Mailbox).Append(ours.Senders.Email).Count(mailbox => mailbox.EndsWith(".example", StringComparison.OrdinalIgnoreCase));
            return invented == 0 || options.Demo
                ? Finding.Good(name, $"{ours.Name}, {ours.Departments.Count} departments; mail from {ours.Senders.Email}, SMS from \"{ours.Senders.Sms}\"")
                : Finding.Look(name, $"{ours.Name}, {ours.Departments.Count} departments; {invented} mailboxes are invented", $"Put the real ones into {_folder.Organisation}.");
        }
        catch (OrganisationException e)
        {
            return Finding.Wrong(name, $"organisation.json cannot be used ({e.Problems.Count} fields)", e.Problems[0]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Wrong(name, "organisation.json cannot be read", $"Let the program's user read {_folder.Organisation}.");
        }
    }

    // the program's zone is its own table's, never the machine's; what can be wrong is the machine's clock
    public Finding Clock()
    {
        var now = time.GetUtcNow();
        var newest = new[] { _folder.Database, _folder.Organisation, typeof(PlaceChecks).Assembly.Location }.Where(File.Exists).Max(File.GetLastWriteTimeUtc);
        return now.UtcDateTime + TimeSpan.FromMinutes(5) >= newest
            ? Finding.Good("Clock", $"Europe/Copenhagen, {(WallTime.LocalTime(now) - TimeOnly.FromDateTime(now.UtcDateTime)).Hours} h ahead of UTC; not behind the program's files")
            : Finding.Wrong("Clock", $"behind files written {newest:yyyy-MM-dd HH:mm} UTC", "Set the machine's clock (NTP): deadlines and messages go by it.");
    }

    public async Task<Finding> AddressAsync(CancellationToken cancellation)
    {
        const string name = "Public address";
        if (configuration["PublicUrl"] is not { Length: > 0 } text)
            return options.Demo ? Finding.Good(name, PublicAddress.Default) : Finding.Look(name, "PublicUrl is not set: links in messages lead to this machine", "Set PublicUrl to the address people reach it by, before the first message.");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return Finding.Wrong(name, "PublicUrl is no address", "It looks like https://husrum.example.");
        if (address.Scheme == "http" && !address.IsLoopback)
            return Finding.Wrong(name, $"{text} is not encrypted", "Put a reverse proxy with a certificate in front, and https:// into PublicUrl.");
        try
        {
            using var client = new HttpClient { Timeout = Patience };
            using var answer = await client.GetAsync(new Uri(new PublicAddress(configuration).Value + "/health/live"), cancellation);
            return answer.IsSuccessStatusCode
                ? Finding.Good(name, $"{text} answers")
                : Finding.Look(name, $"{text} answers {(int)answer.StatusCode}", "Look at the reverse proxy; if the program does not run yet, start it and check again.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return Finding.Look(name, $"{text} does not answer from here", "Right if the program does not run yet. Otherwise look at DNS, certificate and reverse proxy.");
        }
    }

    // what there is of a path
    private static string Ancestor(string path) => Directory.Exists(path) || Path.GetDirectoryName(path) is not { } above ? path : Ancestor(above);

    private static string Probe(string folder)
    {
        var file = Path.Combine(folder, $".config-check-{Environment.ProcessId}");
        File.WriteAllText(file, "");
        return file;
    }
}
