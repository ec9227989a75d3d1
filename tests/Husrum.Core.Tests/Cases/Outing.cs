using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Register;
using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Tests.Cases;

/// <summary>A process of its own for the tests of cases with several parties and with moments: an outing with a child that every guardian says yes to.</summary>
[RegisterRecord("test-outing", 1)]
internal sealed record Outing : CaseRecord
{
    public required DateOnly On { get; init; }

    public IReadOnlyList<string> Yes { get; init; } = [];

    public bool Happened { get; init; }

    public bool Cancelled { get; init; }

    public override string StateWord => IsClosed ? "Over" : Yes.Count < Parties.Count(p => p.Side == "child") ? "Asking" : "Agreed";

    public override bool IsClosed => Happened || Cancelled;
}

internal sealed class OutingProcess : CaseProcess<Outing>
{
    public const string Prefix = "outing:";

    public override string Name => "test-outing";

    public override string IdPrefix => "out-";

    public override string PartitionPrefix => Prefix;

    public override string Orchestrator => Outing_1.Name;

    public override IReadOnlyList<CaseStep<Outing>> Steps => [];

    public override IEnumerable<string> Kinds => ["test-outing-consent"];

    public override IReadOnlyList<CaseStep<Outing>> StepsOf(Outing @case) => [.. @case.Parties.Where(p => p.Side == "child").Select(p => new OutingConsent(p))];

    public override Bilingual Kind => new("Udflugt", "Outing");

    public override Bilingual StandsAt(Outing @case) => new($"Udflugten {@case.StateWord}", @case.StateWord);

    public override Bilingual Word(string what) => new(what, what);

    public override bool Shows(Outing @case, CaseParty party, string what) => what == "is-tomorrow";

    public override DateOnly? RetainUntil(Outing @case, DateOnly today) => today.AddDays(30);

    public override IEnumerable<CaseMessage> Tell(Outing old, Outing next)
    {
        if (old.StateWord == "Asking" && next.StateWord == "Agreed")
            yield return CaseMessage.ToParties("leave-welcome-back", next.Parties, "agreed") with { LinksToStatus = true };
    }

    public override IEnumerable<CaseMoment<Outing>> MomentsOf(Outing @case)
    {
        if (@case.StateWord == "Asking")
            yield break;
        var starts = WallTime.ToUtc(@case.On, new TimeOnly(14, 0));
        yield return new CaseMoment<Outing>($"reminder-{@case.On:yyyy-MM-dd}", WallTime.ToUtc(@case.On.AddDays(-1), new TimeOnly(17, 0)))
        {
            UsefulUntil = starts,
            Word = "is-tomorrow",
            Tell = outing => [CaseMessage.ToParties("leave-stopped", outing.Parties, $"reminder-{outing.On:yyyy-MM-dd}") with { UsefulUntil = starts }],
        };
        yield return new CaseMoment<Outing>("over", WallTime.ToUtc(@case.On, new TimeOnly(18, 0))) { After = (outing, _) => outing with { Happened = true }, Word = "over" };
    }

    public static void AddTo(IServiceCollection services) => services.AddCaseProcess<OutingProcess, Outing>();

    public static void AddTo(DurableTaskRegistry registry) => registry.AddOrchestrator(Outing_1.Name, () => new Outing_1());
}

internal sealed class OutingConsent(CaseParty party) : PartyStep<Outing>(party)
{
    public override string Kind => "test-outing-consent";

    public override StepTexts Texts => new("leave-begun", "leave-reminder");

    public override string Silence => "no";

    public override IDecisionPlan Plan(Outing @case) => new DatedPlan([new(@case.On.AddDays(-7), DecisionStep.Remind), new(@case.On.AddDays(-2), DecisionStep.Deadline)]);

    public override bool IsOpen(Outing @case) => !@case.Yes.Contains(Party.Id);

    public override StepPage Page(Outing @case, string language, DateTimeOffset now) => new(new Bilingual("Må barnet komme med?", "May the child come?").In(language), [], [new("yes", "Ja")]);

    public override StepReply Read(Outing @case, StepForm form, DateTimeOffset now) => form.Answer is "yes" or "no" ? new StepReply.Given(form.Answer) : StepReply.Wrong.NoChoice;

    public override Outing After(Outing @case, StepAnswer answer) => answer.Word == "yes" ? @case with { Yes = [.. @case.Yes, Party.Id] } : @case with { Cancelled = true };

    public override Bilingual Happened(string answer) => new($"Der blev svaret {answer}.", $"The answer was {answer}.");

    public override Bilingual WaitsFor => new("dit ja", "your yes");
}
