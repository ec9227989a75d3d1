using Husrum.Core.Organisations;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Rehearsal.Stages;

/// <summary>How a <see cref="Stage"/> is opened.</summary>
/// <param name="World">What is outside of the program, with the seed. The same one where a folder is opened again.</param>
/// <param name="Organisation">Whose programme is played.</param>
/// <param name="Begins">Where the clock stands at first, UTC. In a folder that is opened again it goes on where it stood.</param>
internal sealed record StageOptions(StageWorld World, Organisation Organisation, DateTimeOffset Begins)
{
    /// <summary>Where the database lies; it stays there. Null: a folder of its own in the machine's temporary one, gone when the stage is.</summary>
    public string? Folder { get; init; }

    /// <summary>Changes the hub's options: for the hooks at which a run is killed.</summary>
    public Func<TaskHubOptions, TaskHubOptions> Hub { get; init; } = options => options;

    /// <summary>Changes how the messenger works.</summary>
    public Func<MessengerOptions, MessengerOptions> Messenger { get; init; } = options => options;

    /// <summary>Changes or adds services; what is added last counts. For a provider with faults, say.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };

    /// <summary>False to leave out what runs every night for the program's own sake (deletion), where nobody looks at it and each night costs time.</summary>
    public bool Nights { get; init; } = true;
}
