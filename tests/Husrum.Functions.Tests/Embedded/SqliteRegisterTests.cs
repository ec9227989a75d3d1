using Husrum.Core.Register;
using Husrum.Durable;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Embedded;
using Husrum.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Functions.Tests.Embedded;

public sealed class SqliteRegisterTests : RegisterConformance
{
    private readonly TempFolder _folder = new();
    private SqliteTaskHub _hub = null!;
    private SqliteRegister _register = null!;

    public override async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _folder.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task What_is_committed_is_there_after_a_restart()
    {
        await Done(Batch().Insert("a", Plain("one")));
        await _hub.DisposeAsync();
        var register = Open();
        (await register.GetAsync<Thing>("case:1", "a", Cancellation))!.Value.Name.ShouldBe("one");
    }

    [Fact]
    public async Task A_start_and_an_event_reach_the_orchestration_with_the_record()
    {
        await Done(Batch().Insert("a", Plain("one")).Start("Echo_1", "c-9", "begun").Raise("c-9", "go", "heard"));
        var ended = await _hub.WaitForInstanceCompletionAsync("c-9", true, Cancellation);
        ended.SerializedOutput.ShouldBe("\"begun heard\"");
    }

    [Fact]
    public async Task Whoever_listens_hears_of_what_was_written_and_of_nothing_else()
    {
        var heard = new List<string>();
        _register.Committed += b => heard.Add(b.Changes[0].Row);
        await Done(Batch().Insert("a", Plain("one")));
        await Register.CommitAsync(Batch().Insert("a", Plain("two")), Cancellation);
        heard.ShouldBe(["a"]);
    }

    // what the hub makes of starts and events is seen above; here they are only counted
    protected override Task<IRegister> OpenAsync(Action<HubCommand> onCommand)
    {
        _register = Open();
        _register.Committed += b => b.Commands.ToList().ForEach(onCommand);
        return Task.FromResult<IRegister>(_register);
    }

    protected override Task PlantAsync(string partition, string row, EncodedRecord record) =>
        _hub.WriteAsync(
            t =>
            {
                RegisterRows.Put(t.Database, partition, row, record, RegisterRows.NextETag(t.Database));
                return true;
            },
            Cancellation);

    private SqliteRegister Open()
    {
        var registry = new DurableTaskRegistry().AddOrchestratorFunc<string, string>("Echo_1", async (context, input) => input + " " + await context.WaitForExternalEvent<string>("go"));
        var services = new ServiceCollection().BuildServiceProvider();
        _hub = SqliteTaskHub.Open(new TaskHubOptions { Path = _folder.At("husrum.db"), Migrations = RegisterTables.Migrations }, registry, services);
        _hub.Start();
        return new SqliteRegister(_hub, new RegisterJson(Upcasters));
    }
}
