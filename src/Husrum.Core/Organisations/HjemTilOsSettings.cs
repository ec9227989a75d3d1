namespace Husrum.Core.Organisations;

/// <summary>What an organisation decides about Hjem til Os. Texts that people read or sign are the organisation's own words, each with a version (seeds 003_c4664cb87c6aa729 and 004_bab00eb426d4101c name them, and do not hold them).</summary>
/// <param name="Departments">Ids of the departments that have it: an area each.</param>
/// <param name="Rules">The samværsregler.</param>
/// <param name="Questions">Questions and answers for families.</param>
/// <param name="Learning">The online course.</param>
/// <param name="Declaration">The declaration of confidentiality.</param>
/// <param name="MunicipalityConsent">The municipality's declaration of consent.</param>
/// <param name="OwnConsent">The organisation's declaration of consent.</param>
public sealed record HjemTilOsSettings(
    IReadOnlyList<string> Departments,
    Declaration Rules,
    Declaration Questions,
    OnlineCourse Learning,
    Declaration Declaration,
    Declaration MunicipalityConsent,
    Declaration OwnConsent)
{
    /// <summary>What follows when a certificate of an approved family is missing; the owner decides (rules-and-sources.md 4.1 no. 4).</summary>
    public MissingCertificate MissingCertificate { get; init; } = MissingCertificate.AlertStaff;

    /// <summary>Months a child waits before somebody must say whether it still should (rules-and-sources.md 2.2: a referral without a match is kept for 12 months).</summary>
    public int WaitingMonths { get; init; } = 12;

    /// <summary>The municipalities that refer children, with their school holidays.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; init; } = [SampleMunicipalities.Copenhagen];

    /// <summary>Whether a municipality that wants to ask a family to be bisidder asks the organisation first. The seeds disagree (003_c4664cb87c6aa729 against 004_bab00eb426d4101c); true is the safe one.</summary>
    public bool BisidderThroughUs { get; init; } = true;

    /// <summary>The municipality with this id, or null.</summary>
    public Municipality? Municipality(string id) => Municipalities.FirstOrDefault(m => m.Id == id);
}

/// <summary>The online course for families.</summary>
/// <param name="Version">Changes with its contents.</param>
/// <param name="Address">Where it is: an https address.</param>
/// <param name="FromAge">The youngest who take it, in whole years. Seed 003_c4664cb87c6aa729 says "over 12 år"; read as from the 13th birthday.</param>
public sealed record OnlineCourse(string Version, string Address, int FromAge = 13);

/// <summary>What follows when a certificate is missing in an approved family.</summary>
public enum MissingCertificate
{
    /// <summary>Staff are told; nothing stops by itself.</summary>
    AlertStaff,

    /// <summary>Staff are told, and are asked whether the visits should pause.</summary>
    AskToPause,
}
