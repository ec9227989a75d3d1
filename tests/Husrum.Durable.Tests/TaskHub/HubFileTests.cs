using Husrum.Durable.TaskHub;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.Tests.TaskHub;

public sealed class HubFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("husrum-file-").FullName;

    private string File => Path.Combine(_folder, "hub.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_second_program_on_the_same_folder_says_so_and_does_not_start()
    {
        await using var first = Open();
        Should.Throw<TaskHubException>(() => Open()).Message.ShouldContain("in use by another running program");
    }

    [Fact]
    public async Task The_folder_is_free_again_once_the_first_has_stopped()
    {
        await Open().DisposeAsync();
        await Open().DisposeAsync();
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_left_as_it_is()
    {
        await FillAsync();
        var bytes = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        for (var i = 4096; i < bytes.Length; i += 97)
            bytes[i] ^= 0x5a;
        await System.IO.File.WriteAllBytesAsync(File, bytes, TestContext.Current.CancellationToken);
        Should.Throw<TaskHubException>(() => Open()).Message.ShouldContain("damaged");
        (await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await System.IO.File.WriteAllTextAsync(File, new string('x', 10_000), TestContext.Current.CancellationToken);
        Should.Throw<TaskHubException>(() => Open()).Message.ShouldContain("damaged");
    }

    [Fact]
    public async Task Another_programs_database_is_refused()
    {
        using (var other = SqliteDatabase.Open(File))
            other.Execute("CREATE TABLE song(title TEXT)");
        Should.Throw<TaskHubException>(() => Open()).Message.ShouldContain("another program");
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_naming_both_versions()
    {
        await Open(new Migration("register", 1, "CREATE TABLE a(x)"), new Migration("register", 2, "CREATE TABLE b(x)")).DisposeAsync();
        var message = Should.Throw<TaskHubException>(() => Open(new Migration("register", 1, "CREATE TABLE a(x)"))).Message;
        message.ShouldContain("newer version");
        message.ShouldContain("register 2");
    }

    [Fact]
    public async Task An_upgrade_keeps_a_copy_of_the_file_as_it_was()
    {
        await Open(new Migration("register", 1, "CREATE TABLE a(x)")).DisposeAsync();
        await using (var upgraded = Open(new Migration("register", 1, "CREATE TABLE a(x)"), new Migration("register", 2, "CREATE TABLE b(x)")))
            upgraded.Read(d => d.Scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'b'")).ShouldBe(1);
        var copy = Directory.GetFiles(_folder, "hub.db.before-upgrade-*").ShouldHaveSingleItem();
        using var before = SqliteDatabase.Open(copy, readOnly: true);
        before.Scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'b'").ShouldBe(0);
        before.Scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'a'").ShouldBe(1);
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_file_as_it_was()
    {
        await Open(new Migration("register", 1, "CREATE TABLE a(x)")).DisposeAsync();
        Should.Throw<TaskHubException>(() => Open(new Migration("register", 1, "CREATE TABLE a(x)"), new Migration("register", 2, "CREATE TABLE b(x); CREATE NONSENSE")));
        await using var again = Open(new Migration("register", 1, "CREATE TABLE a(x)"));
        again.Read(d => d.Scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'b'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_write_that_throws_leaves_nothing_and_takes_nobody_with_it()
    {
        await using var hub = Open(new Migration("t", 1, "CREATE TABLE t(x INTEGER PRIMARY KEY)"));
        hub.Start();
        var bad = hub.WriteAsync<int>(tx =>
        {
            tx.Database.Execute("INSERT INTO t VALUES(1)");
            tx.ScheduleNewOrchestrationInstance("nobody", "n1", null);
            throw new InvalidOperationException("changed my mind");
        }, TestContext.Current.CancellationToken);
        var good = hub.WriteAsync(tx => tx.Database.Prepare("INSERT INTO t VALUES(2)").Run(), TestContext.Current.CancellationToken);
        (await Should.ThrowAsync<InvalidOperationException>(bad)).Message.ShouldBe("changed my mind");
        (await good).ShouldBe(1);
        hub.Read(d => d.Scalar("SELECT sum(x) FROM t")).ShouldBe(2);
        (await hub.GetInstanceAsync("n1", cancellation: TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private SqliteTaskHub Open(params Migration[] migrations) =>
        SqliteTaskHub.Open(new TaskHubOptions { Path = File, Migrations = migrations }, new DurableTaskRegistry(), TestHub.NoServices.Instance);

    private async Task FillAsync()
    {
        await using var hub = Open(new Migration("t", 1, "CREATE TABLE t(x TEXT)"));
        hub.Start();
        await hub.WriteAsync(tx =>
        {
            for (var i = 0; i < 2_000; i++)
                tx.Database.Prepare("INSERT INTO t VALUES(?1)").Bind(1, new string('y', 100)).Run();
            return true;
        });
    }
}
