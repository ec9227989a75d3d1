using System.Globalization;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>A line of what happened, row <c>event:{ticks}-{n}</c> of a case's partition. Ids and words, but for the note.</summary>
/// <param name="What">A word the process knows.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Person id, where a person did it.</param>
/// <param name="About">Another id or word it is about.</param>
/// <param name="Note">What a person wrote of it; shown to the claimant, and deleted with the claim.</param>
[RegisterRecord("timeline", 1)]
public sealed record TimelineLine(string What, DateTimeOffset At, string? By = null, string? About = null, string? Note = null)
{
    /// <summary>What all rows begin with.</summary>
    public const string Prefix = "event:";

    /// <summary>The row's key: in the order of time, and of writing where the clock stood still.</summary>
    public static string RowOf(DateTimeOffset at, int number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{at.UtcTicks:D19}-{number:D6}");
}
