namespace Husrum.Functions.Embedded;

/// <summary>
/// Where the embedded home keeps everything: <c>./data</c> where it is started (<c>./data-demo</c> with <c>--demo</c>), or the folder <c>--data</c> names. Only the owner may look into it.
/// </summary>
internal sealed class DataFolder
{
    /// <summary>A home: the hub is in the database.</summary>
    public const string Embedded = "embedded";

    /// <summary>A home: the Functions host drives the orchestrations.</summary>
    public const string Azure = "azure";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public DataFolder(string path) => Root = Path.GetFullPath(path);

    public string Root { get; }

    /// <summary>Hub, register and outbox.</summary>
    public string Database => In("husrum.db");

    public string Organisation => In("organisation.json");

    /// <summary>Files by the SHA-256 of their content.</summary>
    public string Documents => In("documents");

    /// <summary>The link key and the keys of cookies and forms.</summary>
    public string Keys => In("keys");

    public string LinkKey => Path.Combine(Keys, "link.key");

    public string DataProtection => Path.Combine(Keys, "data-protection");

    /// <summary>Where backups are put that name no place of their own.</summary>
    public string Backups => In("backups");

    /// <summary>In a rehearsal's folder: what is invented and what is real never meet.</summary>
    public string DemoMark => In("demo");

    /// <summary>In a folder of the Azure home: a claim's run lives in the host there, and the embedded hub would know nothing of it.</summary>
    public string AzureMark => In("azure-home");

    /// <summary>While a backup is being put back.</summary>
    public string Restoring => In(".restoring");

    /// <summary>Makes what is missing.</summary>
    /// <param name="demo">For a rehearsal.</param>
    /// <param name="home">Where its orchestrations run.</param>
    /// <exception cref="DataFolderException">The folder cannot be made or written to, has lost its database or its link key, or is a rehearsal's where the real thing is asked for, or another home's, or the other way round.</exception>
    public DataFolder Make(bool demo, string home = Embedded)
    {
        OwnerOnlyFiles.Ask();
        try
        {
            var isNew = Refuse(demo, home);
            foreach (var folder in new[] { Root, Documents, Keys, DataProtection, Backups })
                MakePrivate(folder);
            if (demo && isNew)
                File.WriteAllText(DemoMark, "");
            if (home == Azure && isNew)
                File.WriteAllText(AzureMark, "");
            return this;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data folder '{Root}' cannot be used: {e.Message} Choose another with --data DIR.", e);
        }
    }

    /// <summary>Looks at what is there, and changes nothing.</summary>
    /// <returns>True where nothing is.</returns>
    /// <exception cref="DataFolderException">As with <see cref="Make"/>.</exception>
    public bool Refuse(bool demo, string home)
    {
        if (Directory.Exists(Restoring))
            throw new DataFolderException($"A restore into '{Root}' was interrupted. Run it again with --force.");
        var isNew = !Path.Exists(Organisation) && !File.Exists(Database) && !File.Exists(LinkKey) && !File.Exists(DemoMark);
        if (!isNew && demo && !File.Exists(DemoMark))
            throw new DataFolderException($"The data folder '{Root}' holds a real organisation. --demo needs a folder of its own: --data DIR.");
        if (!isNew && !demo && File.Exists(DemoMark))
            throw new DataFolderException($"The data folder '{Root}' holds a rehearsal. Start it with --demo, or choose another folder with --data DIR.");
        if (!isNew && (home == Azure) != File.Exists(AzureMark))
            throw new DataFolderException($"The orchestrations of the data folder '{Root}' run {(home == Azure ? "in the embedded home" : "under the Azure Functions host")}. Each home needs a folder of its own.");
        RefuseHalf();
        return isNew;
    }

    // a folder that lost a part must not go on as a new one: claims would seem never to have been, and links that were sent would open nothing
    private void RefuseHalf()
    {
        var hasDatabase = new FileInfo(Database) is { Exists: true, Length: > 0 };
        var wasServed = Directory.Exists(DataProtection) && Directory.EnumerateFiles(DataProtection, "*.xml").Any();
        if (wasServed && !hasDatabase)
            throw new DataFolderException($"The data folder '{Root}' has been in use, but its database '{Database}' is missing or empty. Nothing was changed. Restore the newest backup (verb 'restore' with --force), or choose another folder with --data DIR.");
        if (hasDatabase && !Path.Exists(Organisation))
            throw new DataFolderException($"'{Organisation}' is missing, and the data folder has been in use: departments would be invented. Nothing was changed. Put it back from the newest backup.");
        if (hasDatabase && !File.Exists(LinkKey))
            throw new DataFolderException($"The key of the links, '{LinkKey}', is missing: no link that was sent would open. Nothing was changed. Put it back from the newest backup.");
    }

    /// <summary>Makes a folder only its owner may look into.</summary>
    public static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly);
    }

    private string In(string name) => Path.Combine(Root, name);
}

/// <summary>The data folder cannot be used. The message is for an operator: what is wrong and what to do.</summary>
internal sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);
