using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Ending;

namespace Husrum.Core.Volunteers.Farewell;

/// <summary>A volunteer stops: noted, handed over, thanked on the last day; the duty of confidentiality stays for life (seed 000_bdc1a1e861ad6537).</summary>
public sealed class FarewellProcess(VolunteerBook volunteers, VolunteerEnding ending, Organisation organisation) : CaseProcess<VolunteerFarewell>
{
    private const int MonthsKept = 12;

    /// <summary>What the partitions begin with.</summary>
    internal const string Prefix = "farewell:";

    /// <inheritdoc />
    public override string Name => "volunteer-farewell";

    /// <inheritdoc />
    public override string IdPrefix => "s-";

    /// <inheritdoc />
    public override string PartitionPrefix => Prefix;

    /// <inheritdoc />
    public override string Orchestrator => VolunteerFarewell_1.Name;

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<VolunteerFarewell>> Steps { get; } = [new LastDay(), new HandOver(organisation)];

    /// <inheritdoc />
    public override Bilingual Kind => new("Farvel til en frivillig", "A volunteer's farewell");

    /// <inheritdoc />
    public override Bilingual StandsAt(VolunteerFarewell @case) => @case.State switch
    {
        FarewellState.Leaving => new($"Stopper {DateWords.Long(@case.LastDay, "da")}.", $"Stops on {DateWords.Long(@case.LastDay, "en")}."),
        FarewellState.Stays => new("Bliver alligevel.", "Is staying after all."),
        _ when @case.Terminated => new("Stoppet som frivillig.", "Stopped as a volunteer."),
        _ => new("Stoppet som frivillig. Altid velkommen til at søge igen.", "Stopped as a volunteer. Always welcome to apply again."),
    };

    /// <inheritdoc />
    public override Bilingual Word(string what) => what == TerminationDesk.Word
        ? new("Samtalen er holdt, og samarbejdet er slut.", "The conversation was held, and the work together has ended.")
        : new("Det er noteret, at den frivillige stopper.", "It is noted that the volunteer is stopping.");

    /// <inheritdoc />
    public override DateOnly? RetainUntil(VolunteerFarewell @case, DateOnly today) => DueDates.AddMonths(today, MonthsKept);

    /// <inheritdoc />
    public override IEnumerable<CaseMessage> Tell(VolunteerFarewell old, VolunteerFarewell next)
    {
        if (old.State == next.State || next.Terminated)
            yield break; // after a conversation nothing is sent but what the coordinator chose
        if (next.State == FarewellState.Stopped)
            yield return new CaseMessage("farewell-thanks", StepAudience.Person, "farewell-thanks");
        else
            yield return new CaseMessage("farewell-stays", StepAudience.Department, "farewell-stays");
    }

    /// <inheritdoc />
    public override Task SettleAsync(VolunteerFarewell @case, CancellationToken cancellation) => @case.State switch
    {
        FarewellState.Stays => volunteers.ChangeAsync(@case.PersonId, volunteer => volunteer.FarewellId == @case.Id ? volunteer with { FarewellId = null } : null, cancellation),
        FarewellState.Stopped => ending.StopAsync(@case.PersonId, volunteer => volunteer.FarewellId == @case.Id, @case.LastDay, @case.Terminated ? StopReason.Terminated : StopReason.Resigned, cancellation),
        _ => Task.CompletedTask,
    };
}
