using System.Text.RegularExpressions;
using Husrum.Durable;
using Husrum.Durable.Protocol;

namespace Husrum.Functions.Azure;

/// <summary>
/// Orchestrators and activities under the names of their functions. The host takes letters, digits, '_' and '-' only, and histories there carry these names;
/// in the code and in the embedded hub's histories an activity has a dot in its name.
/// </summary>
internal sealed partial class FunctionNames
{
    private readonly Dictionary<string, string> _activities = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">Two would have the same function name, or one a name that no function can have.</exception>
    public FunctionNames(DurableTaskRegistry registry)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { HttpFunction, HousekeepingFunction, "host" };
        foreach (var name in registry.OrchestratorNames.Where(name => !Allowed().IsMatch(name) || !taken.Add(name)))
            throw new ArgumentException($"No function can have the orchestrator's name '{name}', or another one has it.", nameof(registry));
        foreach (var name in registry.ActivityNames)
        {
            if (!Allowed().IsMatch(Of(name)) || !taken.Add(Of(name)))
                throw new ArgumentException($"No function can have the activity's name '{Of(name)}', or another one has it.", nameof(registry));
            _activities.Add(Of(name), name);
        }
    }

    /// <summary>The catch-all route's function.</summary>
    public const string HttpFunction = "Http";

    /// <summary>The timer's function.</summary>
    public const string HousekeepingFunction = "Housekeeping";

    /// <summary>The function's name.</summary>
    public static string Of(string name) => name.Replace('.', '_');

    /// <summary>The activity behind a function; the name itself where none is.</summary>
    public string Activity(string function) => _activities.GetValueOrDefault(function, function);

    /// <summary>A history as the code knows it.</summary>
    public void ToCode(OrchestratorRequest request)
    {
        foreach (var scheduled in request.PastEvents.Concat(request.NewEvents).Select(e => e.TaskScheduled).OfType<TaskScheduledEvent>())
            scheduled.Name = Activity(scheduled.Name);
    }

    /// <summary>Actions as the host knows them.</summary>
    public static void ToFunctions(OrchestratorResponse response)
    {
        foreach (var schedule in response.Actions.Select(action => action.ScheduleTask).OfType<ScheduleTaskAction>())
            schedule.Name = Of(schedule.Name);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex Allowed();
}
