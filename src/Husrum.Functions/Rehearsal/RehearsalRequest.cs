using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal.Plays;

namespace Husrum.Functions.Rehearsal;

/// <summary>What is to be rehearsed.</summary>
/// <param name="Play">The process.</param>
/// <param name="Start">The day it begins, local date.</param>
/// <param name="Language">In which people are written to and the rehearsal is shown: <c>da</c> or <c>en</c>.</param>
internal sealed record RehearsalRequest(Play Play, DateOnly Start, string Language)
{
    /// <summary>The fixed day of a year of visits.</summary>
    public DayOfWeek Weekday { get; init; } = DayOfWeek.Thursday;

    /// <summary>Whose school holidays hold; null where the process knows none.</summary>
    public Municipality? Municipality { get; init; }

    /// <summary>The branches asked for; none for the way it should go.</summary>
    public IReadOnlyList<WhatIf> WhatIfs { get; init; } = [];
}
