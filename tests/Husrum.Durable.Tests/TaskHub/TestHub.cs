using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;

namespace Husrum.Durable.Tests.TaskHub;

/// <summary>A hub on a file of its own in a temporary folder, with a clock the test moves. Stop and start it again as a process would be.</summary>
public sealed class TestHub : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("husrum-hub-").FullName;
    private readonly Action<DurableTaskRegistry> _register;
    private readonly Func<TaskHubOptions, TaskHubOptions> _configure;

    private TestHub(Action<DurableTaskRegistry> register, Func<TaskHubOptions, TaskHubOptions>? configure)
    {
        _register = register;
        _configure = configure ?? (o => o);
        Hub = Open(register);
    }

    public TestClock Clock { get; } = new();

    public SqliteTaskHub Hub { get; private set; }

    public string File => Path.Combine(_folder, "hub.db");

    public static TestHub Start(Action<DurableTaskRegistry> register, Func<TaskHubOptions, TaskHubOptions>? configure = null)
    {
        var hub = new TestHub(register, configure);
        hub.Hub.Start();
        return hub;
    }

    /// <summary>Stops the hub and opens it again, as another version of the program where <paramref name="register"/> is given.</summary>
    public async Task RestartAsync(Action<DurableTaskRegistry>? register = null)
    {
        await Hub.StopAsync();
        Hub = Open(register ?? _register);
        Hub.Start();
    }

    /// <summary>Moves the clock from due time to due time until nothing is due before <paramref name="end"/>.</summary>
    public async Task AdvanceToAsync(DateTimeOffset end)
    {
        while (true)
        {
            await Hub.WhenIdleAsync();
            if (Hub.NextDue is not { } next || next > end)
                break;
            Clock.Now = next;
            Hub.ClockMoved();
        }

        Clock.Now = end;
    }

    public Task AdvanceAsync(TimeSpan time) => AdvanceToAsync(Clock.Now + time);

    public async Task<OrchestrationMetadata> InstanceAsync(string id)
    {
        await Hub.WhenIdleAsync();
        return (await Hub.GetInstanceAsync(id, getInputsAndOutputs: true)).ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private SqliteTaskHub Open(Action<DurableTaskRegistry> register)
    {
        var registry = new DurableTaskRegistry();
        register(registry);
        return SqliteTaskHub.Open(_configure(new TaskHubOptions { Path = File, Time = Clock }), registry, NoServices.Instance);
    }

    public sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
