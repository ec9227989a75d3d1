using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Volunteers.Functions;

/// <summary>The certificates that a further function asks for.</summary>
internal sealed class FunctionCertificates(Organisation organisation) : CertificateHolder<FunctionRequest>
{
    /// <inheritdoc />
    public override string Prefix => "function";

    /// <inheritdoc />
    public override Bilingual Called => new("den frivillige", "the volunteer");

    /// <inheritdoc />
    public override IReadOnlyList<CertificateNote> Notes(FunctionRequest @case) => @case.Certificates;

    /// <inheritdoc />
    public override FunctionRequest With(FunctionRequest @case, CertificateNote note) => @case with { Certificates = note.In(@case.Certificates) };

    /// <inheritdoc />
    public override bool IsSought(FunctionRequest @case) => @case.State == FunctionState.Preparing;

    /// <inheritdoc />
    public override IReadOnlyList<StepFact> Facts(FunctionRequest @case, string language) =>
        [new(new Bilingual("Ny funktion", "New function").In(language), FunctionWords.Name(organisation, @case.FunctionId).In(language))];

    /// <inheritdoc />
    public override FunctionRequest InOrder(FunctionRequest @case, StepAnswer answer) => FunctionRules.Settle(@case);

    /// <inheritdoc />
    public override FunctionRequest Remarked(FunctionRequest @case) => @case with { State = FunctionState.Frozen };

    /// <inheritdoc />
    public override (string Word, Bilingual Label, Bilingual Hint) Decline =>
        ("decline", new("Vi går ikke videre med den funktion", "We do not go on with that function"), new("Den frivillige får et venligt svar uden begrundelse.", "The volunteer gets a kind answer that gives no reason."));

    /// <inheritdoc />
    public override FunctionRequest Declined(FunctionRequest @case) => @case with { State = FunctionState.Declined };

    /// <inheritdoc />
    public override Bilingual DeclinedLine => new("Samtalen med en leder er holdt. Vi går ikke videre med den funktion.", "The talk with a leader was held. We do not go on with that function.");
}

/// <summary>Words for functions.</summary>
internal static class FunctionWords
{
    /// <summary>A function's name; its id where it is no longer among the organisation's.</summary>
    public static Bilingual Name(Organisation organisation, string functionId) => organisation.Volunteering?.Function(functionId)?.Name ?? new(functionId, functionId);
}
