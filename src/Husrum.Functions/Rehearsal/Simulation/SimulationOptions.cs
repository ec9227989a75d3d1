namespace Husrum.Functions.Rehearsal.Simulation;

/// <summary>What is simulated.</summary>
/// <param name="Seed">Everything drawn follows from it.</param>
internal sealed record SimulationOptions(int Seed)
{
    /// <summary>The longest, in days.</summary>
    public const int MostDays = 3660;

    /// <summary>How long, in days.</summary>
    public int Days { get; init; } = 3 * 365;

    /// <summary>Years of children with friend families that begin in it.</summary>
    public int Families { get; init; } = 200;

    /// <summary>People who apply as volunteers.</summary>
    public int Volunteers { get; init; } = 400;

    /// <summary>Expense claims.</summary>
    public int Claims { get; init; } = 2000;

    /// <summary>Whether the provider has faults and the program is killed.</summary>
    public bool Faults { get; init; }

    /// <summary>About so many commits lie between two kills.</summary>
    public int CommitsBetweenKills { get; init; } = 20_000;

    /// <summary>Where the database lies, and stays; null for a folder that is thrown away.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether what runs every night runs: deletion, and the nightly reckoning itself.</summary>
    public bool Nights { get; init; }

    /// <summary>Changes or adds services, last of all: where a test plants a fault.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>Told now and then how far it is, from 0 to 1.</summary>
    public Action<double> Progress { get; init; } = _ => { };

    /// <summary>When it begins, local date.</summary>
    public DateOnly Begins { get; init; } = new(2026, 8, 31);
}
