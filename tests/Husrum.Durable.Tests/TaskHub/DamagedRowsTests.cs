using Google.Protobuf;
using Husrum.Durable.Client;
using Husrum.Durable.Protocol;
using Husrum.Durable.TaskHub.Sqlite;

namespace Husrum.Durable.Tests.TaskHub;

/// <summary>A row that is damaged, or was written by something else, is the trouble of its own instance: that one is set aside with a reason, the others live.</summary>
public sealed class DamagedRowsTests
{
    private static readonly byte[] Foreign = new OrchestratorResponse { InstanceId = "i1", CustomStatus = "another message altogether" }.ToByteArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cut short", "UPDATE history SET events = substr(events, 1, length(events) - 3) WHERE episode = 1", "episode 1")]
    [InlineData("foreign", "UPDATE history SET events = ?1 WHERE episode = 0", "episode 0")]
    [InlineData("emptied", "UPDATE history SET events = x'' WHERE episode = 1", "episode 1")]
    [InlineData("text", "UPDATE history SET events = 'not a message at all' WHERE episode = 1", "episode 1")]
    [InlineData("the last episode missing", "DELETE FROM history WHERE episode = 1", "not whole")]
    [InlineData("the first episode missing", "DELETE FROM history WHERE episode = 0", "not whole")]
    [InlineData("inbox garbage", "UPDATE inbox SET event = x'ffffffffff'", "inbox")]
    public async Task What_cannot_be_read_sets_its_instance_aside_with_the_reason_and_the_rest_lives(string damage, string sql, string reason)
    {
        await using var hub = await TwoInTheMiddleAsync();
        await DamageAsync(hub, sql + " AND instance = 1", Foreign);
        await hub.Hub.RaiseEventAsync("i1", "second", "kept", Ct);
        await hub.Hub.RaiseEventAsync("i2", "second", "kept", Ct);

        (await hub.InstanceAsync("i2")).SerializedOutput.ShouldBe("\"A kept\"", damage);
        (await hub.InstanceAsync("i1")).ParkedReason.ShouldNotBeNull(damage).ShouldContain(reason);
        (await hub.Hub.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true), Ct).CountAsync(Ct)).ShouldBe(2);
        hub.Hub.Read(d => d.Scalar("SELECT count(*) FROM inbox WHERE instance = 1")).ShouldBeGreaterThan(0, "what came meanwhile is kept");

        await hub.RestartAsync();
        await hub.Hub.ResumeInstanceAsync("i1", null, Ct);
        (await hub.InstanceAsync("i1")).ParkedReason.ShouldNotBeNull("resuming mends nothing");
        await hub.Hub.TerminateInstanceAsync("i1", null, Ct);
        (await hub.InstanceAsync("i1")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        (await hub.Hub.PurgeInstanceAsync("i1", Ct)).ShouldBeTrue();
        foreach (var table in new[] { "history", "inbox", "timer", "task" })
            hub.Hub.Read(d => d.Scalar($"SELECT count(*) FROM {table} WHERE instance = 1")).ShouldBe(0, table);
    }

    [Fact]
    public async Task Whatever_bits_flip_in_one_history_the_others_live() => await FlipAsync(rounds: 40);

    [Fact]
    [Trait("Suite", "Soak")]
    public async Task Whatever_bits_flip_in_one_history_the_others_live_thousands_of_times() => await FlipAsync(rounds: 5_000);

    private static async Task FlipAsync(int rounds)
    {
        var seed = Seeds.Of(nameof(DamagedRowsTests));
        var random = new Random(seed);
        var ends = new Dictionary<string, int>();
        await using var hub = TestHub.Start(Register, o => o with { MaxCachedExecutions = 0 });
        for (var round = 0; round < rounds; round++)
        {
            var (victim, other) = ($"v{round}", $"o{round}");
            await BeginAsync(hub, victim);
            await BeginAsync(hub, other);
            await hub.Hub.WhenIdleAsync();
            await hub.Hub.WriteAsync(tx =>
            {
                var select = tx.Database.Prepare("SELECT instance, episode, events FROM history JOIN instance ON key = instance WHERE id = ?1 ORDER BY random() LIMIT 1").Bind(1, victim);
                select.Step();
                var (instance, episode, bytes) = (select.Int64(0), select.Int64(1), select.Blob(2).ToArray());
                select.Reset();
                for (var flips = random.Next(1, 5); flips > 0; flips--)
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return tx.Database.Prepare("UPDATE history SET events = ?3 WHERE instance = ?1 AND episode = ?2").Bind(1, instance).Bind(2, episode).Bind(3, bytes).Run();
            }, Ct);
            await hub.Hub.RaiseEventAsync(victim, "second", "2", Ct);
            await hub.Hub.RaiseEventAsync(other, "second", "2", Ct);
            (await hub.InstanceAsync(other)).SerializedOutput.ShouldBe("\"A 2\"", $"HUSRUM_SEED={seed}, round {round}");
            var ended = await hub.InstanceAsync(victim);
            var end = ended.ParkedReason is null ? ended.RuntimeStatus.ToString() : "set aside";
            ends[end] = ends.GetValueOrDefault(end) + 1;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}, {rounds} rounds: {string.Join(", ", ends.OrderBy(e => e.Key).Select(e => $"{e.Key} {e.Value}"))}");
        ends.ShouldContainKey("set aside");
    }

    private static async Task<TestHub> TwoInTheMiddleAsync()
    {
        var hub = TestHub.Start(Register);
        await BeginAsync(hub, "i1");
        await BeginAsync(hub, "i2");
        await hub.Hub.WhenIdleAsync();
        return hub;
    }

    private static async Task BeginAsync(TestHub hub, string id)
    {
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", null, new StartOrchestrationOptions(id), Ct);
        await hub.Hub.RaiseEventAsync(id, "first", "1", Ct);
    }

    // the rows are damaged while nobody has the file open
    private static async Task DamageAsync(TestHub hub, string sql, byte[] bytes)
    {
        await hub.Hub.StopAsync();
        using (var database = SqliteDatabase.Open(hub.File))
        {
            if (sql.Contains("inbox", StringComparison.Ordinal))
            {
                sql = sql.Replace(" AND ", " WHERE ", StringComparison.Ordinal);
                database.Execute("INSERT INTO inbox(instance, event) VALUES(1, x'00')");
            }

            var statement = database.Prepare(sql);
            if (sql.Contains("?1", StringComparison.Ordinal))
                statement.Bind(1, bytes);
            statement.Run().ShouldBe(1);
        }

        await hub.RestartAsync();
    }

    private static void Register(DurableTaskRegistry registry) => registry
        .AddOrchestratorFunc<object?, string>("o", async (c, _) =>
        {
            await c.WaitForExternalEvent<string>("first");
            var a = await c.CallActivityAsync<string>("a");
            return a + " " + await c.WaitForExternalEvent<string>("second");
        })
        .AddActivityFunc<object?, string>("a", (_, _) => Task.FromResult("A"));
}
