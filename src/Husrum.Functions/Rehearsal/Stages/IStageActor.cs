namespace Husrum.Functions.Rehearsal.Stages;

/// <summary>Somebody outside of the program who does things on a <see cref="Stage"/>: by desks and links, as people do.</summary>
internal interface IStageActor
{
    /// <summary>When they do something next, UTC; null while they have nothing to do. What is due by now is done at once.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>Looks at what has happened; changes nothing. Called whenever the stage has come to rest.</summary>
    Task LookAsync(Stage stage, CancellationToken cancellation);

    /// <summary>Does the one thing that is due.</summary>
    Task ActAsync(Stage stage, CancellationToken cancellation);
}
