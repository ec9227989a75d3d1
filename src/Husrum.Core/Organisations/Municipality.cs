using Husrum.Core.Language;

namespace Husrum.Core.Organisations;

/// <summary>A municipality that refers children.</summary>
/// <param name="Id">Small letters, digits and hyphens; never changes.</param>
/// <param name="Name">As people write it.</param>
/// <param name="SchoolHolidays">Year by year, as the municipality has decided them: but for summer's first day no law fixes them (rules-and-sources.md 2.8).</param>
public sealed record Municipality(string Id, string Name, IReadOnlyList<SchoolHoliday> SchoolHolidays);

/// <summary>A school holiday.</summary>
/// <param name="Name">What it is called, in a sentence: "efterårsferien", "the autumn holiday".</param>
/// <param name="From">First day off, local date.</param>
/// <param name="Until">Last day off, local date.</param>
public sealed record SchoolHoliday(Bilingual Name, DateOnly From, DateOnly Until);
