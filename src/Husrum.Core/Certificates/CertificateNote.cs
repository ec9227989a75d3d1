namespace Husrum.Core.Certificates;

/// <summary>A kind of certificate. An offentlig straffeattest is none of them: an association can never get one (rules-and-sources.md 2.1).</summary>
public enum CertificateKind
{
    /// <summary>Børneattest.</summary>
    Children,

    /// <summary>Privat straffeattest.</summary>
    Criminal,
}

/// <summary>What is kept of a certificate: that it was seen and when. Never the document, never what it says, never a CPR number (rules-and-sources.md 2.1).</summary>
/// <param name="Kind">Which.</param>
public sealed record CertificateNote(CertificateKind Kind)
{
    /// <summary>When it was ordered from the police, local date.</summary>
    public DateOnly? OrderedOn { get; init; }

    /// <summary>The last day to consent in Digital Post, local date: 14 days from the order.</summary>
    public DateOnly? ConsentBy { get; init; }

    /// <summary>True when the person need not be reminded of the consent any more.</summary>
    public bool ConsentSettled { get; init; }

    /// <summary>What came of it.</summary>
    public CertificateOutcome? Outcome { get; init; }

    /// <summary>Who assessed it: a person id.</summary>
    public string? AssessedBy { get; init; }

    /// <summary>When, local date.</summary>
    public DateOnly? AssessedOn { get; init; }

    /// <summary>When it should be renewed, local date.</summary>
    public DateOnly? RenewBy { get; init; }

    /// <summary>While it is being renewed where it stands: the last day on which the one before it holds, local date; null otherwise.</summary>
    public DateOnly? HoldsUntil { get; init; }

    /// <summary>True where it is being renewed and the one before it has run out.</summary>
    public bool HasRunOut { get; init; }

    /// <summary>The notes with this one in the place of the one of its kind.</summary>
    public IReadOnlyList<CertificateNote> In(IReadOnlyList<CertificateNote> notes) => [.. notes.Select(note => note.Kind == Kind ? this : note)];
}

/// <summary>What came of a certificate.</summary>
public enum CertificateOutcome
{
    /// <summary>Without remark.</summary>
    Clean,

    /// <summary>With a remark: a leader is to assess it.</summary>
    Remark,

    /// <summary>Assessed by a leader, who goes on.</summary>
    Accepted,

    /// <summary>Assessed by a leader, who does not.</summary>
    Declined,
}
