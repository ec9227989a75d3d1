namespace Husrum.Durable;

/// <summary>The orchestrators and activities a program knows, by name. Versions stand side by side: <c>Course_1</c>, <c>Course_2</c>.</summary>
public sealed class DurableTaskRegistry
{
    private readonly Dictionary<string, Func<ITaskOrchestrator>> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<IServiceProvider, ITaskActivity>> _activities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The registered orchestrator names, sorted.</summary>
    public IEnumerable<string> OrchestratorNames => _orchestrators.Keys.Order(StringComparer.Ordinal);

    /// <summary>The registered activity names, sorted.</summary>
    public IEnumerable<string> ActivityNames => _activities.Keys.Order(StringComparer.Ordinal);

    /// <summary>Adds an orchestrator under a name.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public DurableTaskRegistry AddOrchestrator(TaskName name, Func<ITaskOrchestrator> factory)
    {
        if (!_orchestrators.TryAdd(name.Name, factory))
            throw new ArgumentException($"An orchestrator named '{name}' is registered already.", nameof(name));
        return this;
    }

    /// <summary>Adds an activity under a name; it is made anew for each call, from the given services.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public DurableTaskRegistry AddActivity(TaskName name, Func<IServiceProvider, ITaskActivity> factory)
    {
        if (!_activities.TryAdd(name.Name, factory))
            throw new ArgumentException($"An activity named '{name}' is registered already.", nameof(name));
        return this;
    }

    /// <summary>Adds an orchestrator given as a function.</summary>
    public DurableTaskRegistry AddOrchestratorFunc<TInput, TOutput>(TaskName name, Func<TaskOrchestrationContext, TInput, Task<TOutput>> run) =>
        AddOrchestrator(name, () => new FuncOrchestrator<TInput, TOutput>(run));

    /// <summary>Adds an activity given as a function.</summary>
    public DurableTaskRegistry AddActivityFunc<TInput, TOutput>(TaskName name, Func<TaskActivityContext, TInput, Task<TOutput>> run) =>
        AddActivity(name, _ => new FuncActivity<TInput, TOutput>(run));

    /// <summary>The orchestrator of that name, made anew, or null.</summary>
    public ITaskOrchestrator? CreateOrchestrator(string name) => _orchestrators.TryGetValue(name, out var make) ? make() : null;

    /// <summary>The activity of that name, made anew, or null.</summary>
    public ITaskActivity? CreateActivity(string name, IServiceProvider services) => _activities.TryGetValue(name, out var make) ? make(services) : null;

    private sealed class FuncOrchestrator<TInput, TOutput>(Func<TaskOrchestrationContext, TInput, Task<TOutput>> run) : TaskOrchestrator<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input) => run(context, input);
    }

    private sealed class FuncActivity<TInput, TOutput>(Func<TaskActivityContext, TInput, Task<TOutput>> run) : TaskActivity<TInput, TOutput>
    {
        public override Task<TOutput> RunAsync(TaskActivityContext context, TInput input) => run(context, input);
    }
}
