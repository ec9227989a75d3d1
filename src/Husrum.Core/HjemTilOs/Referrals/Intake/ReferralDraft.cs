using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Referrals.Intake;

/// <summary>A form that is not sent yet, row <c>draft</c> of <c>referral-draft:{id}</c>: two people fill it in, one after another or at once.</summary>
[RegisterRecord("referral-draft", 1)]
public sealed record ReferralDraft
{
    /// <summary>The row's key.</summary>
    public const string Row = "draft";

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>How many times it was saved.</summary>
    public required int Version { get; init; }

    /// <summary>Each field with what it held, oldest first, and since which version.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<DraftText>> Fields { get; init; }

    /// <summary>The last day it is kept, local date: thirty days after it was last saved.</summary>
    public required DateOnly KeptUntil { get; init; }

    /// <summary>What a field holds now.</summary>
    public string Text(string field) => Fields.GetValueOrDefault(field) is [.., var last] ? last.Text : "";

    /// <summary>What a field held in a version.</summary>
    public string TextIn(string field, int version) => Fields.GetValueOrDefault(field)?.LastOrDefault(text => text.Version <= version)?.Text ?? "";
}

/// <summary>What a field was made to hold.</summary>
/// <param name="Version">In which version.</param>
/// <param name="Text">What.</param>
public sealed record DraftText(int Version, string Text);
