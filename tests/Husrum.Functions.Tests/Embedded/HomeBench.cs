using Husrum.Core.Documents;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Durable;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Embedded;
using Husrum.Testing;
using Microsoft.Extensions.DependencyInjection;
using System.Security.Cryptography;

namespace Husrum.Functions.Tests.Embedded;

/// <summary>A data folder with a running hub and register on it, as the program has them.</summary>
internal sealed class HomeBench : IAsyncDisposable
{
    private HomeBench(DataFolder folder, TimeProvider time)
    {
        Folder = folder;
        var registry = new DurableTaskRegistry().AddOrchestratorFunc<object?, bool>("Overdue_1", async (context, _) =>
        {
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return await context.CallActivityAsync<bool>("Write", context.InstanceId);
        }).AddActivityFunc<string, bool>("Write", async (_, id) =>
        {
            // as late as the clock says, and for the next morning
            await Outbox.PutOnceAsync(Register!, "case:" + id, [Notice(id, time.GetUtcNow().AddHours(10))]);
            return true;
        });
        Hub = SqliteTaskHub.Open(new TaskHubOptions { Path = folder.Database, Migrations = RegisterTables.Migrations, Time = time }, registry, new ServiceCollection().BuildServiceProvider());
        Register = new SqliteRegister(Hub, new RegisterJson(new Upcasters()));
        Documents = new FileDocumentStore(folder.Documents);
    }

    public DataFolder Folder { get; }

    public SqliteTaskHub Hub { get; }

    public SqliteRegister Register { get; }

    public FileDocumentStore Documents { get; }

    public static HomeBench Open(string path, TimeProvider? time = null, bool start = true)
    {
        var folder = new DataFolder(path).Make(demo: false);
        OrganisationFile.Open(folder.Organisation);
        FileLinkKey.Open(folder.LinkKey);
        var home = new HomeBench(folder, time ?? TimeProvider.System);
        if (start)
            home.Hub.Start();
        return home;
    }

    public static PreparedDocument Document(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return new PreparedDocument(Convert.ToHexStringLower(SHA256.HashData(bytes)), DocumentType.Pdf, bytes);
    }

    public static Notice Notice(string key, DateTimeOffset due) =>
        new() { Key = key, Channel = NoticeChannel.Email, Template = "sign-in", Language = "da", To = "mette@post.example", Due = due };

    public async Task<Thing?> ThingAsync() => (await Register.GetAsync<Thing>("case:1", "a"))?.Value;

    public Task PutThingAsync(string name) => Register.CommitAsync(new RegisterBatch("case:1").Put("a", new Thing(name, 1)));

    public async Task<Notice> NoticeAsync(string key) => (await Register.GetAsync<Notice>("case:" + key, Outbox.RowOf(key)))!.Value;

    public Task WriteNoticeAsync(string key, DateTimeOffset due) => Outbox.PutOnceAsync(Register, "case:" + key, [Notice(key, due)]);

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
