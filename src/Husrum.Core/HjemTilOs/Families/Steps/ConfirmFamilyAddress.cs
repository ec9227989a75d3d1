using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>The one who applied confirms that the e-mail address is theirs; before that nobody else is written to.</summary>
internal sealed class ConfirmFamilyAddress(Organisation organisation) : ContactStep(organisation)
{
    private const string Confirm = "confirm";

    /// <inheritdoc />
    protected override string Subject => "confirm";

    /// <inheritdoc />
    public override bool IsOpen(FriendFamily @case) => @case.State == FamilyState.Received;

    /// <inheritdoc />
    public override StepPage Page(FriendFamily @case, string language, DateTimeOffset now) => new(
        new Bilingual("Er det jer, der vil være venskabsfamilie?", "Is it you who would like to be a friend family?").In(language),
        [new Bilingual("Tryk på knappen, så ved vi, at vi har den rigtige mailadresse. Så går vi videre med jeres ansøgning.", "Press the button, and we know that we have the right e-mail address. Then we go on with your application.").In(language)],
        [new(Confirm, new Bilingual("Ja, det er os", "Yes, it is us").In(language))]);

    /// <inheritdoc />
    public override StepReply Read(FriendFamily @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Confirm);

    /// <inheritdoc />
    public override FriendFamily After(FriendFamily @case, StepAnswer answer) => @case with { State = answer.Word == Confirm ? FamilyState.Visiting : FamilyState.Lapsed };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Confirm
        ? new("Mailadressen er bekræftet.", "The e-mail address is confirmed.")
        : new("Mailadressen blev ikke bekræftet, så ansøgningen er lukket.", "The e-mail address was not confirmed, so the application is closed.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at du bekræfter din mailadresse", "you to confirm your e-mail address");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => new("at familien bekræfter sin mailadresse", "the family to confirm their e-mail address");
}
