using Husrum.Core.Language;

namespace Husrum.Core.Gatherings;

/// <summary>A set of people that can be called together. A programme registers its own: <c>services.AddSingleton&lt;IGatheringAudience, …&gt;()</c>.</summary>
public interface IGatheringAudience
{
    /// <summary>Its name, such as <c>volunteers</c>: small letters and hyphens; stands in gatherings, so it never changes.</summary>
    string Name { get; }

    /// <summary>What staff call it: "aktive frivillige".</summary>
    Bilingual Words { get; }

    /// <summary>Whether staff can choose it.</summary>
    bool IsOffered => true;

    /// <summary>The people who belong to it on the day of the gathering, as far as is known now: person ids, each once. Who is away that day is left out.</summary>
    Task<IReadOnlyList<string>> PeopleAsync(Gathering gathering, CancellationToken cancellation);
}
