using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Volunteers.Ending;

namespace Husrum.Core.Volunteers.Leave;

/// <summary>A leave: reminders a month and a week before its end; reported back, or stopped.</summary>
public sealed class LeaveProcess(VolunteerBook volunteers, VolunteerEnding ending) : CaseProcess<VolunteerLeave>
{
    private const int MonthsKept = 12;

    /// <summary>What the partitions begin with.</summary>
    internal const string Prefix = "leave:";

    /// <inheritdoc />
    public override string Name => "volunteer-leave";

    /// <inheritdoc />
    public override string IdPrefix => "o-";

    /// <inheritdoc />
    public override string PartitionPrefix => Prefix;

    /// <inheritdoc />
    public override string Orchestrator => VolunteerLeave_1.Name;

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<VolunteerLeave>> Steps { get; } = [new ReportBack()];

    /// <inheritdoc />
    public override Bilingual Kind => new("Orlov", "Leave");

    /// <inheritdoc />
    public override Bilingual StandsAt(VolunteerLeave @case) => @case.State switch
    {
        LeaveState.Away => new($"Orlov til og med {DateWords.Long(@case.Until, "da")}.", $"On leave until {DateWords.Long(@case.Until, "en")}."),
        LeaveState.Returned => new("Tilbage fra orlov.", "Back from leave."),
        _ => new("Stoppet som frivillig. Altid velkommen til at søge igen.", "Stopped as a volunteer. Always welcome to apply again."),
    };

    /// <inheritdoc />
    public override Bilingual Word(string what) => what == VolunteerEnding.StoppedWord ? new("Orloven er slut, fordi arbejdet som frivillig er slut.", "The leave is over because the work as a volunteer is over.") : new("Orloven er aftalt.", "The leave was arranged.");

    /// <inheritdoc />
    public override DateOnly? RetainUntil(VolunteerLeave @case, DateOnly today) => DueDates.AddMonths(today, MonthsKept);

    /// <inheritdoc />
    public override IEnumerable<CaseMessage> Tell(VolunteerLeave old, VolunteerLeave next)
    {
        if (old.State == next.State || next.State == LeaveState.Ended)
            yield break;
        var (person, department) = next.State == LeaveState.Returned ? ("leave-welcome-back", "leave-returned") : ("leave-stopped", "leave-ended");
        yield return new CaseMessage(person, StepAudience.Person, person);
        yield return new CaseMessage(department, StepAudience.Department, department, language => [new("until", DateWords.Long(next.Until, language))]);
    }

    /// <inheritdoc />
    public override Task SettleAsync(VolunteerLeave @case, CancellationToken cancellation) => @case.State switch
    {
        LeaveState.Returned => volunteers.ChangeAsync(@case.PersonId, volunteer => volunteer.LeaveId == @case.Id ? volunteer with { State = VolunteerState.Active, LeaveId = null } : null, cancellation),
        LeaveState.Stopped => ending.StopAsync(@case.PersonId, volunteer => volunteer.LeaveId == @case.Id, @case.EndedOn ?? @case.Until, StopReason.LeaveEnded, cancellation),
        _ => Task.CompletedTask,
    };
}
