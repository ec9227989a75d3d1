using Husrum.Core.Language;

namespace Husrum.Core.Organisations;

/// <summary>What an organisation's volunteers do, and what it asks of them first. Data, not code.</summary>
/// <param name="Functions">What one can be (seed 000_bdc1a1e861ad6537: "Frivilligfunktioner").</param>
/// <param name="IntroCourses">The mandatory intro course, once every quarter (seed 001_e73704ec3ca2997b).</param>
/// <param name="Declaration">The duty of confidentiality, in the organisation's own words and version.</param>
public sealed record Volunteering(IReadOnlyList<VolunteerFunction> Functions, IReadOnlyList<IntroCourse> IntroCourses, Declaration Declaration)
{
    /// <summary>Where the organisation's own welcome folder lies, in each language: a web address; null where the coordinator sends it (seed 000_bdc1a1e861ad6537).</summary>
    public Bilingual? WelcomeFolder { get; init; }

    /// <summary>Meetings whose dates are set long ahead.</summary>
    public IReadOnlyList<PlannedMeeting> Meetings { get; init; } = [];

    /// <summary>The function with this id, or null.</summary>
    public VolunteerFunction? Function(string id) => Functions.FirstOrDefault(f => f.Id == id);

    /// <summary>The course with this id, or null.</summary>
    public IntroCourse? Course(string id) => IntroCourses.FirstOrDefault(c => c.Id == id);
}

/// <summary>Something a volunteer can be.</summary>
/// <param name="Id">Small letters, digits and hyphens; never changes.</param>
/// <param name="Name">As people say it.</param>
/// <param name="MinimumAge">Years; 0 = no rule (seed 000_bdc1a1e861ad6537: a hjerteven is typically 30 or more).</param>
/// <param name="Certificates">What is to be seen first. Never more than the law allows: a børneattest may only be ordered where there is a fixed tie and direct contact with children under 15 (rules-and-sources.md 2.1).</param>
public sealed record VolunteerFunction(string Id, Bilingual Name, int MinimumAge, CertificatePolicy Certificates);

/// <summary>Which certificates a function asks for.</summary>
public enum CertificatePolicy
{
    /// <summary>None.</summary>
    None,

    /// <summary>A børneattest.</summary>
    Children,

    /// <summary>A børneattest and a private straffeattest.</summary>
    ChildrenAndCriminal,
}

/// <summary>An intro course.</summary>
/// <param name="Id">Small letters, digits and hyphens; never changes.</param>
/// <param name="Date">Local date.</param>
/// <param name="From">Local time.</param>
/// <param name="Until">Local time.</param>
/// <param name="Place">Where.</param>
public sealed record IntroCourse(string Id, DateOnly Date, TimeOnly From, TimeOnly Until, string Place);

/// <summary>The declaration of confidentiality. The wording is the organisation's own; the program keeps version and time and asserts no law (rules-and-sources.md 2.3).</summary>
/// <param name="Version">Changes with every change of the text.</param>
/// <param name="Text">What is signed; paragraphs are parted by a line break.</param>
public sealed record Declaration(string Version, Bilingual Text);
