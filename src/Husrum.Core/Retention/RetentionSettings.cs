namespace Husrum.Core.Retention;

/// <summary>Numbers of the sweeps.</summary>
/// <param name="EndedRunsDays">How long the history of a run is kept after its end, in days.</param>
public sealed record RetentionSettings(int EndedRunsDays = RetentionSettings.Usual)
{
    /// <summary>Days, where nothing else is set.</summary>
    public const int Usual = 90;
}
