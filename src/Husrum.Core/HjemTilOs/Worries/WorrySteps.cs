using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Worries;

/// <summary>Somebody says that they have the worry, and calls the family.</summary>
internal sealed class TakeWorry(Organisation organisation) : StaffStep<Worry>(organisation)
{
    private const string Have = "have";

    /// <inheritdoc />
    public override string Question => "hto-worry-take";

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-worry", "hto-worry-again");

    /// <inheritdoc />
    protected override Bilingual Task => new("at ringe til en venskabsfamilie, der er bekymret", "to call a friend family that is worried");

    /// <inheritdoc />
    public override IDecisionPlan Plan(Worry @case) => new WorryPlan(@case.Created);

    /// <inheritdoc />
    public override NoticeWay RemindBy(Worry @case, DecisionMoment moment) => NoticeWay.EmailAndSms;

    /// <inheritdoc />
    public override bool AtOnce(Worry @case) => true;

    /// <inheritdoc />
    public override bool IsOpen(Worry @case) => !@case.IsSeen;

    /// <inheritdoc />
    public override StepPage Page(Worry @case, string language, DateTimeOffset now) => new(
        new Bilingual("En familie er bekymret", "A family is worried").In(language),
        [
            new Bilingual("Sig, at du har den, og ring til familien nu. Så bliver de andre ikke spurgt mere.", "Say that you have it, and call the family now. Then the others will not be asked any more.").In(language),
            new Bilingual("Er der akut fare, så ring 112. Uden for åbningstid har kommunen en social vagt, og politiet kan nås på 114.", "In an emergency, call 112. Outside office hours, call the municipality's social duty officer (“social vagt”), or the police on 114.").In(language),
            new Bilingual("Programmet har ikke underrettet nogen.", "The program has not told the authorities.").In(language),
        ],
        [new(Have, new Bilingual("Jeg har den og ringer nu", "I have it and will call now").In(language))])
    { Facts = WorryWords.Facts(@case, language) };

    /// <inheritdoc />
    public override StepReply Read(Worry @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Have);

    /// <inheritdoc />
    public override Worry After(Worry @case, StepAnswer answer) => @case with { IsSeen = true };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("En af os har set det og ringer.", "One of us has seen it and will call.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at en af os ringer", "one of us to call");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => Task;
}

/// <summary>Staff record that they have talked, and whether the municipality is notified. Nothing of what was said.</summary>
internal sealed class TalkAboutWorry(Organisation organisation) : StaffStep<Worry>(organisation)
{
    private const string Nothing = "nothing";
    private const string Family = "family";
    private const string Us = "us";

    /// <inheritdoc />
    public override string Question => "hto-worry-talked";

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-worry-record", "hto-worry-record-reminder");

    /// <inheritdoc />
    protected override Bilingual Task => new("at skrive, at du har talt med familien", "to record that you have talked with the family");

    /// <inheritdoc />
    public override bool IsOpen(Worry @case) => @case is { IsSeen: true, IsTalked: false };

    /// <inheritdoc />
    public override StepPage Page(Worry @case, string language, DateTimeOffset now) => new(
        new Bilingual("Har du talt med familien?", "Have you talked with the family?").In(language),
        [
            new Bilingual("Pligten til at underrette er personlig. Den går forud for tavshedspligten, og ingen behøver spørge om lov. Vi kan hjælpe familien med den, men ikke fritage nogen for den.", "The duty to notify is personal. It comes before confidentiality, and nobody has to ask for permission. We can help the family with it, but we cannot take it off them.").In(language),
            new Bilingual("Skriv ikke her, hvad det handler om.", "Do not write here what it is about.").In(language),
        ],
        [
            new(Nothing, new Bilingual("Ja. Der er ikke brug for en underretning nu", "Yes. No notification is needed now").In(language)),
            new(Family, new Bilingual("Ja. Familien har selv underrettet kommunen eller gør det i dag", "Yes. The family has notified the municipality, or does so today").In(language)),
            new(Us, new Bilingual("Ja. Vi har underrettet kommunen i dag", "Yes. We have notified the municipality today").In(language)),
        ])
    { Facts = WorryWords.Facts(@case, language) };

    /// <inheritdoc />
    public override StepReply Read(Worry @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Nothing, Family, Us);

    /// <inheritdoc />
    public override Worry After(Worry @case, StepAnswer answer) => answer.Word switch
    {
        Family => @case with { IsTalked = true, Notified = Notification.ByFamily, NotifiedOn = @case.NotifiedOn ?? answer.Today },
        Us => @case with { IsTalked = true, Notified = Notification.ByUs, NotifiedOn = answer.Today },
        _ => @case with { IsTalked = true, Notified = @case.Notified == Notification.ByFamily ? Notification.ByFamily : Notification.None }, // what the family has done stays done
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("Vi har talt sammen.", "We have talked.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => Task;
}

/// <summary>Six weekdays after a notification staff see whether the municipality has acknowledged it.</summary>
internal sealed class SeeReceipt(Organisation organisation) : StaffStep<Worry>(organisation)
{
    private const string Came = "came";
    private const string Called = "called";

    /// <inheritdoc />
    public override string Question => "hto-worry-receipt";

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-worry-record", "hto-worry-record-reminder");

    /// <inheritdoc />
    protected override Bilingual Task => new("at høre, om kommunen har kvitteret for underretningen", "to hear whether the municipality has acknowledged the notification");

    /// <inheritdoc />
    public override bool IsOpen(Worry @case) => @case is { IsTalked: true, Notified: Notification.ByFamily or Notification.ByUs, HasReceipt: false };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(Worry @case) => @case.NotifiedOn is { } day ? Receipts.Due(day) : null;

    /// <inheritdoc />
    public override StepPage Page(Worry @case, string language, DateTimeOffset now) => new(
        new Bilingual("Har kommunen kvitteret?", "Has the municipality acknowledged it?").In(language),
        [new Bilingual("Kommunen skal kvittere inden for seks hverdage. Er der ikke kommet noget, så ring til kommunen, eller hjælp familien med det.", "The municipality must acknowledge within six weekdays. If nothing has come, call the municipality, or help the family to.").In(language)],
        [
            new(Came, new Bilingual("Ja, kvitteringen er kommet", "Yes, it has come").In(language)),
            new(Called, new Bilingual("Nej, men kommunen er ringet op og har den", "No, but the municipality was called and has it").In(language)),
        ])
    { Facts = WorryWords.Facts(@case, language) };

    /// <inheritdoc />
    public override StepReply Read(Worry @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Came, Called);

    /// <inheritdoc />
    public override Worry After(Worry @case, StepAnswer answer) => @case with { HasReceipt = true };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("Kommunen har underretningen.", "The municipality has the notification.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("kommunens kvittering", "the municipality to acknowledge it");
}
