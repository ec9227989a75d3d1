using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Course.Steps;

/// <summary>Staff write down what both sides want, in plain words.</summary>
internal sealed class WriteFuture(Organisation organisation) : CourseTask(organisation)
{
    private const string Send = "send";
    private const string Text = "text";
    private const int Longest = 1_000;

    /// <inheritdoc />
    public override string Question => "hto-future-text";

    /// <inheritdoc />
    protected override Bilingual Task => new("at skrive fremtidsaftalen", "to write the future agreement");

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => @case is { IsOver: false, Ending: null, Future: { Text.Length: 0, Family: not null and not FutureWish.Talk, Child: not null and not FutureWish.Talk } };

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Skriv fremtidsaftalen", "Write the future agreement").In(language),
        [new Bilingual($"Skriv kort, om og hvordan besøgene fortsætter. Begge sider bekræfter den samme tekst, og den gælder fra {DateWords.Long(Milestones.Anniversary(@case), "da")}.", $"Write briefly whether and how the visits go on. Both sides confirm the same text, and it starts on {DateWords.Long(Milestones.Anniversary(@case), "en")}.").In(language)],
        [new(Send, new Bilingual("Send til begge", "Send to both").In(language))])
    {
        Facts =
        [
            new(new Bilingual("Familien ønsker", "The family would like").In(language), FutureWishes.Label(@case.Future!.Family!.Value).In(language)),
            new(new Bilingual("Barnets side ønsker", "The child's side would like").In(language), FutureWishes.Label(@case.Future.Child!.Value).In(language)),
        ],
        Inputs = [new(Text, new Bilingual("Aftalen", "The agreement").In(language), StepInputKind.LongText, new Bilingual("Nævn kun dem, der er med, og skriv ingen CPR-numre.", "Name only those who are part of it, and write no CPR numbers.").In(language))],
    };

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer != Send)
            return StepReply.Wrong.NoChoice;
        var text = form.Plain(Text);
        if (text.Length == 0)
            return StepReply.Wrong.At(Text, "Skriv, hvad de er enige om.", "Please write what they agree on.");
        if (text.Length > Longest)
            return StepReply.Wrong.At(Text, $"Teksten er for lang (højst {Longest} tegn).", $"The text is too long (at most {Longest} characters).");
        return CprLike.IsIn(text) ? new StepReply.Wrong([FieldProblem.At(Text, CprLike.Problem)]) : new StepReply.Given(Send, null, [text]);
    }

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer) =>
        @case with { Future = @case.Future! with { Text = answer.Values[0], Version = @case.Future.Version + 1, FamilyConfirmed = null, ChildConfirmed = null } };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => new("Fremtidsaftalen er skrevet.", "The future agreement is written.");
}

/// <summary>A side confirms the text, the same for both, or asks for another one.</summary>
internal sealed class ConfirmFuture(string side) : SideStep(side)
{
    /// <summary>See <see cref="CaseStep{TCase}.Kind"/>.</summary>
    public const string Name = "hto-future-confirm";

    private const string Yes = "yes";
    private const string Change = "change";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override StepTexts Texts => new("hto-future-confirm", "hto-future-confirm-reminder");

    /// <inheritdoc />
    public override IDecisionPlan Plan(FamilyCourse @case) => new DecisionPlan { Steps = [new(5, DecisionStep.Remind), new(10, DecisionStep.Remind)], InsistEveryWeekdays = 10 };

    /// <inheritdoc />
    public override bool IsOpen(FamilyCourse @case) => @case is { IsOver: false, Ending: null, Future: { Text.Length: > 0 } future } && (Side == Sides.Family ? future.FamilyConfirmed : future.ChildConfirmed) is null;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(FamilyCourse @case, string language) => [new("anniversary", DateWords.Long(Milestones.Anniversary(@case), language))];

    /// <inheritdoc />
    public override StepPage Page(FamilyCourse @case, string language, DateTimeOffset now) => new(
        new Bilingual("Er I enige i aftalen?", "Do you agree?").In(language),
        [
            new Bilingual($"Begge sider ser den samme tekst. Den gælder fra {DateWords.Long(Milestones.Anniversary(@case), "da")}, og fra den dag er det jeres egen, private aftale.", $"Both sides see the same text. It starts on {DateWords.Long(Milestones.Anniversary(@case), "en")}, and from that day it is your own private agreement.").In(language),
        ],
        [
            new(Yes, new Bilingual("Ja, det er vi enige om", "Yes, we agree").In(language)),
            new(Change, new Bilingual("Nej, den skal ændres", "No, it should be changed").In(language), new Bilingual("Vi ringer til jer.", "We will call you.").In(language)),
        ])
    { Facts = [new(new Bilingual("Aftalen", "The agreement").In(language), @case.Future!.Text)] };

    /// <inheritdoc />
    public override StepReply Read(FamilyCourse @case, StepForm form, DateTimeOffset now) => StepReply.OneOf(form, Yes, Change);

    /// <inheritdoc />
    public override FamilyCourse After(FamilyCourse @case, StepAnswer answer)
    {
        var future = @case.Future!;
        if (answer.Word == Change)
            return (@case with { Future = future with { Text = "", FamilyConfirmed = null, ChildConfirmed = null } }).Again("hto-future-text", PartyQuestions.Of(Name, Sides.Family), PartyQuestions.Of(Name, Sides.Child));
        return @case with { Future = Side == Sides.Family ? future with { FamilyConfirmed = answer.At } : future with { ChildConfirmed = answer.At } };
    }

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer == Yes ? new("I har sagt ja til fremtidsaftalen.", "You have agreed to the future agreement.") : new("I har bedt om, at fremtidsaftalen bliver ændret.", "You have asked for the future agreement to be changed.");

    /// <inheritdoc />
    public override Bilingual WaitsFor => new("at I læser fremtidsaftalen og siger ja", "you to read the future agreement and agree");

    /// <inheritdoc />
    public override Bilingual WaitsForThem => Side == Sides.Family ? new("at venskabsfamilien siger ja til fremtidsaftalen", "the friend family to agree to the future agreement") : new("at barnets side siger ja til fremtidsaftalen", "the child's side to agree to the future agreement");
}
