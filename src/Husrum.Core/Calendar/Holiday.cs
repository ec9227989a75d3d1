using Husrum.Core.Language;

namespace Husrum.Core.Calendar;

/// <summary>A public holiday.</summary>
/// <param name="Date">The day, in Denmark.</param>
/// <param name="Name">Its name.</param>
public sealed record Holiday(DateOnly Date, Bilingual Name);
