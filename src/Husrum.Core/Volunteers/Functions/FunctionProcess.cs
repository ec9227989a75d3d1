using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Language;
using Husrum.Core.Organisations;
using Husrum.Core.Volunteers.Ending;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.Volunteers.Functions;

/// <summary>
/// One more function for a volunteer. Asked for: the certificates it asks for and they do not have, then the coordinator's yes.
/// Offered by a coordinator: the volunteer's yes, then the certificates.
/// </summary>
public sealed class FunctionProcess(VolunteerBook volunteers, RenewalStarter renewals, Organisation organisation) : CaseProcess<FunctionRequest>
{
    private const int MonthsKept = 12;

    /// <summary>What the partitions begin with.</summary>
    internal const string Prefix = "function:";

    /// <inheritdoc />
    public override string Name => "volunteer-function";

    /// <inheritdoc />
    public override string IdPrefix => "n-";

    /// <inheritdoc />
    public override string PartitionPrefix => Prefix;

    /// <inheritdoc />
    public override string Orchestrator => VolunteerFunction_1.Name;

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<FunctionRequest>> Steps { get; } =
        [new AcceptFunction(organisation), .. CertificateSteps.OfEachKind(new FunctionCertificates(organisation), organisation), new DecideFunction(organisation)];

    /// <inheritdoc />
    public override Bilingual Kind => new("En ny funktion til en frivillig", "A new function for a volunteer");

    /// <inheritdoc />
    public override Bilingual StandsAt(FunctionRequest @case)
    {
        var name = FunctionWords.Name(organisation, @case.FunctionId);
        return @case.State switch
        {
            FunctionState.Offered => name.Into("Du er spurgt, om du også vil være {0}.", "You were asked whether you would also like to volunteer as {0}."),
            FunctionState.Added => name.Into("Du er nu også {0}.", "You now also volunteer as {0}."),
            FunctionState.Declined => name.Into("Det blev ikke til noget som {0} denne gang.", "It did not work out as {0} this time."),
            FunctionState.NotTaken => name.Into("Det blev ikke til noget som {0}.", "It did not work out as {0}."),
            FunctionState.Frozen => new("En leder vil gerne tale med dig.", "A leader would like to talk with you."),
            _ => name.Into("Vi er i gang med, at du også kan være {0}.", "We are working on it, so that you can also volunteer as {0}."),
        };
    }

    /// <inheritdoc />
    public override Bilingual StandsAtForStaff(FunctionRequest @case)
    {
        var name = FunctionWords.Name(organisation, @case.FunctionId);
        return @case.State switch
        {
            FunctionState.Offered => name.Into("Spurgt om også at være {0}.", "Asked whether to volunteer as {0} too."),
            FunctionState.Added => name.Into("Nu også {0}.", "Now also {0}."),
            FunctionState.Declined or FunctionState.NotTaken => name.Into("Det blev ikke til noget som {0}.", "It did not work out as {0}."),
            FunctionState.Frozen => new("På pause, til en leder har talt med den frivillige.", "Paused until a leader has talked with the volunteer."),
            _ => name.Into("På vej til også at være {0}.", "On the way to volunteering as {0} too."),
        };
    }

    /// <inheritdoc />
    public override Bilingual Word(string what) => what == VolunteerEnding.StoppedWord
        ? new("Arbejdet som frivillig er slut, så ønsket er lukket.", "The work as a volunteer is over, so the wish is closed.")
        : what == FunctionDesk.OfferedWord
        ? new("Koordinatoren har spurgt den frivillige.", "The coordinator has asked the volunteer.")
        : new("Den frivillige har bedt om det.", "The volunteer has asked for it.");

    /// <inheritdoc />
    public override DateOnly? RetainUntil(FunctionRequest @case, DateOnly today) => DueDates.AddMonths(today, MonthsKept);

    /// <inheritdoc />
    public override FunctionRequest? Withdrawn(FunctionRequest @case, DateTimeOffset now) => @case.IsClosed ? null : @case with { State = FunctionState.NotTaken };

    /// <inheritdoc />
    public override IEnumerable<CaseMessage> Tell(FunctionRequest old, FunctionRequest next)
    {
        if (old.State == next.State)
            yield break;
        var template = next.State switch
        {
            FunctionState.Added => FunctionMessages.Added,
            FunctionState.Declined => FunctionMessages.Declined,
            FunctionState.NotTaken when next.OfferedBy is not null && old.State == FunctionState.Offered => FunctionMessages.NotTaken,
            _ => null,
        };
        if (template is not null)
        {
            yield return new CaseMessage(template, template == FunctionMessages.NotTaken ? StepAudience.Department : StepAudience.Person, template, language =>
                [new("function", FunctionWords.Name(organisation, next.FunctionId).In(language))]);
        }
    }

    /// <inheritdoc />
    public override async Task SettleAsync(FunctionRequest @case, CancellationToken cancellation)
    {
        if (@case.State != FunctionState.Added)
            return;
        await volunteers.ChangeAsync(@case.PersonId, volunteer => volunteer.FunctionRequests.Contains(@case.Id) ? null : With(volunteer, @case), cancellation);
        await renewals.StartAsync(@case.PersonId, @case.DepartmentId, @case.Certificates, cancellation);
    }

    private static Volunteer With(Volunteer volunteer, FunctionRequest @case) => volunteer with
    {
        FunctionRequests = [.. volunteer.FunctionRequests, @case.Id],
        Functions = [.. volunteer.Functions.Append(@case.FunctionId).Distinct(StringComparer.Ordinal)],
        Certificates = [.. volunteer.Certificates.Where(c => @case.Certificates.All(n => n.Kind != c.Kind)), .. @case.Certificates],
    };
}
