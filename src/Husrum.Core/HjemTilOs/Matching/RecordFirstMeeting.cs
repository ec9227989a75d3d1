using System.Globalization;
using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Matching;

/// <summary>After the first meeting staff write down the fixed agreement, and the year begins that day; or that it comes to nothing.</summary>
internal sealed class RecordFirstMeeting(Organisation organisation) : MatchTask(organisation)
{
    private const string NotHeld = "not-held";
    private const string NoMatch = "no-match";

    /// <inheritdoc />
    public override string Question => "hto-match-met";

    /// <inheritdoc />
    protected override Bilingual Task => new("at skrive, hvad der blev aftalt ved det første møde", "to record what was agreed at the first meeting");

    /// <inheritdoc />
    public override bool IsOpen(FamilyMatch @case) => @case is { IsClosed: false, IsFirstConfirmed: true, First.Booked: not null };

    /// <inheritdoc />
    public override DateTimeOffset? NotBefore(FamilyMatch @case) => @case.First?.Booked?.AddHours(1);

    /// <inheritdoc />
    public override StepPage Page(FamilyMatch @case, string language, DateTimeOffset now) => new(
        new Bilingual("Hvad blev aftalt?", "What was agreed?").In(language),
        [new Bilingual("Vælg den faste ugedag, og skriv, hvornår besøget begynder og slutter. Besøgene starter ugen efter, og begge sider får besked. Det er som regel familien, der henter og bringer.", "Choose the fixed weekday and write when the visit begins and ends. Visits start the week after, and both sides are told. As a rule the family fetches and brings.").In(language)],
        [
            .. MatchChanges.Week.Select(day => new StepChoice(MatchChanges.Word(day), HtoWords.Day(day).Into("Hver {0}", "Every {0}").In(language))),
            new(NotHeld, new Bilingual("Mødet blev ikke til noget", "The meeting did not happen").In(language), new Bilingual("Du bliver bedt om at tilbyde nye tider.", "You will be asked to offer new times.").In(language)),
            new(NoMatch, new Bilingual("Det blev ikke til et forløb", "It came to nothing").In(language), new Bilingual("Begge får besked, uden at vi siger hvorfor.", "Both are told, without our saying why.").In(language)),
        ])
    {
        Inputs =
        [
            new("from", new Bilingual("Begynder", "Begins").In(language), StepInputKind.Text, "15.00"),
            new("until", new Bilingual("Slutter samme dag", "Ends the same day").In(language), StepInputKind.Text, "18.00"),
            new("child-fetches", new Bilingual("Barnets side bringer barnet hen til familien", "The child's side takes the child to the family").In(language), StepInputKind.Tick),
            new("child-brings", new Bilingual("Barnets side henter barnet igen", "The child's side fetches the child again").In(language), StepInputKind.Tick),
        ],
    };

    /// <inheritdoc />
    public override StepReply Read(FamilyMatch @case, StepForm form, DateTimeOffset now)
    {
        if (form.Answer is NotHeld or NoMatch)
            return new StepReply.Given(form.Answer);
        if (!MatchChanges.Week.Any(d => MatchChanges.Word(d) == form.Answer))
            return StepReply.Wrong.NoChoice;
        var problems = new List<FieldProblem>();
        if (!HtoWords.TryTime(form.Plain("from"), out var from))
            problems.Add(new("from", "Skriv klokkeslættet, for eksempel 15.30.", "Write the time, for example 15:30."));
        if (!HtoWords.TryTime(form.Plain("until"), out var until))
            problems.Add(new("until", "Skriv klokkeslættet, for eksempel 18.00.", "Write the time, for example 18:00."));
        else if (problems.Count == 0 && until <= from)
            problems.Add(new("until", "Besøget skal slutte samme dag: overnatning er ikke tilladt det første år.", "The visit must end the same day: staying overnight is not allowed in the first year."));
        return problems.Count > 0 ? new StepReply.Wrong(problems) : new StepReply.Given(form.Answer, null, [Clock(from), Clock(until), form.Field("child-fetches"), form.Field("child-brings")]);
    }

    /// <inheritdoc />
    public override FamilyMatch After(FamilyMatch @case, StepAnswer answer) => answer.Word switch
    {
        NotHeld => MatchChanges.OfferAgain(@case).Again(Question),
        NoMatch => @case with { IsOff = true },
        _ => MatchChanges.Begin(@case, MatchChanges.Week.First(d => MatchChanges.Word(d) == answer.Word), answer.Values),
    };

    /// <inheritdoc />
    public override Bilingual Happened(string answer) => answer switch
    {
        NotHeld => new("Det første møde blev ikke til noget. Vi finder en ny tid.", "The first meeting did not happen. We will find a new time."),
        NoMatch => new("Det blev ikke til et forløb.", "It came to nothing."),
        _ => new("Det første møde er holdt, og den faste aftale er lavet.", "The first meeting was held, and the fixed agreement was made."),
    };

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
