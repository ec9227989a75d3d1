using Husrum.Durable.TaskHub;

namespace Husrum.Functions.Rehearsal.Simulation;

/// <summary>Ends the program at drawn commits: before one reaches the disk, or after it has and before anybody knows.</summary>
/// <param name="chance">What is drawn.</param>
/// <param name="between">About so many commits lie between two.</param>
internal sealed class KillPlan(Chance chance, int between)
{
    /// <summary>How often it was ended.</summary>
    public int Kills { get; private set; }

    /// <summary>The hub's hooks for the next life.</summary>
    public TaskHubOptions Next(TaskHubOptions options)
    {
        var life = Kills.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var at = 1 + chance.Below(2 * between, "dies", life);
        void Kill(long commit)
        {
            if (commit != at)
                return;
            Kills++;
            throw new InvalidOperationException("The simulation ends the program here.");
        }

        return chance.Happens(0.5, "before", life) ? options with { BeforeCommit = Kill } : options with { AfterCommit = Kill };
    }
}
