using System.Text.Json.Serialization;
using Husrum.Core.Cases;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Worries;

/// <summary>
/// A family is worried about a child ("eller hvis der er noget, der gør jer bekymrede for barnets trivsel", seed 003_c4664cb87c6aa729), in partition <c>worry:{id}</c>.
/// What worries them is told by phone and kept nowhere here. The program notifies no authority, and never says that it has.
/// </summary>
[RegisterRecord("hto-worry", 1)]
public sealed record Worry : CaseRecord
{
    /// <summary>The course it is about.</summary>
    public required string CourseId { get; init; }

    /// <summary>What it is about, in one of a few words.</summary>
    public required WorryKind About { get; init; }

    /// <summary>Whether the municipality was notified (underretning). The duty is personal and waits for nobody (rules-and-sources.md 2.3).</summary>
    public required Notification Notified { get; init; }

    /// <summary>When it was, local date.</summary>
    public DateOnly? NotifiedOn { get; init; }

    /// <summary>True once somebody has said that they have it.</summary>
    public bool IsSeen { get; init; }

    /// <summary>True once staff have talked with the family.</summary>
    public bool IsTalked { get; init; }

    /// <summary>True once the municipality's receipt has come.</summary>
    public bool HasReceipt { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string StateWord => IsClosed ? "Closed" : !IsSeen ? "New" : !IsTalked ? "Seen" : "Notified";

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsClosed => IsSeen && IsTalked && (Notified is not (Notification.ByFamily or Notification.ByUs) || HasReceipt);
}

/// <summary>What a worry is about.</summary>
public enum WorryKind
{
    /// <summary>Something the child has told.</summary>
    Told,

    /// <summary>Something they have seen.</summary>
    Seen,

    /// <summary>How the child is.</summary>
    Wellbeing,

    /// <summary>Something between them and the child, or in the family.</summary>
    Ourselves,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Whether an authority was notified, and by whom.</summary>
public enum Notification
{
    /// <summary>Nobody has.</summary>
    None,

    /// <summary>The family has, or will.</summary>
    ByFamily,

    /// <summary>The family wants help with it.</summary>
    WantsHelp,

    /// <summary>The organisation has.</summary>
    ByUs,
}
