using Husrum.Core.Certificates;

namespace Husrum.Core.HjemTilOs.Families;

/// <summary>Somebody who lives with a friend family. A birth date, never a CPR number.</summary>
/// <param name="Id">Its id in the case, <c>member-1</c> for the one who applied; never given to another.</param>
/// <param name="Name">As they write it.</param>
/// <param name="BirthDate">Local date.</param>
/// <param name="Role">What they are in the household.</param>
public sealed record FamilyMember(string Id, string Name, DateOnly BirthDate, FamilyRole Role)
{
    /// <summary>Who, where they have an e-mail address of their own; others are asked through the one who applied.</summary>
    public string? PersonId { get; init; }

    /// <summary>When they moved in, where that was reported; local date.</summary>
    public DateOnly? MovedInOn { get; init; }

    /// <summary>When they moved out; null while they live there.</summary>
    public DateOnly? MovedOutOn { get; init; }

    /// <summary>True where they are to take the online course.</summary>
    public bool OwesCourse { get; init; }

    /// <summary>True where they are to read the rules and sign the declaration: every adult.</summary>
    public bool OwesRules { get; init; }

    /// <summary>Their certificates of both kinds; empty while none is asked of them.</summary>
    public IReadOnlyList<CertificateNote> Certificates { get; init; } = [];

    /// <summary>The online course, taken.</summary>
    public TextRead? Course { get; init; }

    /// <summary>The samværsregler, read.</summary>
    public TextRead? Rules { get; init; }

    /// <summary>The questions and answers, read.</summary>
    public TextRead? Questions { get; init; }

    /// <summary>The declaration of confidentiality, signed.</summary>
    public TextRead? Declaration { get; init; }
}

/// <summary>What somebody is in a household.</summary>
public enum FamilyRole
{
    /// <summary>One of the adults.</summary>
    Adult,

    /// <summary>A child living at home, of whatever age.</summary>
    Child,
}

/// <summary>A text that was read, signed or gone through.</summary>
/// <param name="Version">Which.</param>
/// <param name="Language">In which language.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who said so, a person id: themselves; the one who applied, for one without an e-mail address; or staff, who hold it on paper.</param>
public sealed record TextRead(string Version, string Language, DateTimeOffset At, string? By);
