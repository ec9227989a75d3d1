using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Recruitment;

/// <summary>
/// A leader asks volunteers whether they would like to do more, in a fixed text. It goes to those who have said yes to being asked, and to nobody else;
/// to nobody twice in a week for the same function. Who says no meanwhile gets none, also where it was written already.
/// </summary>
public sealed class RecruitmentDesk(VolunteerBook volunteers, CaseServices services)
{
    /// <summary>Where volunteers say whether they like to be asked.</summary>
    public const string ChoicePage = "/frivillig/kontakt";

    private const string Step = "recruitment";

    /// <summary>True where somebody may ask: the national leader.</summary>
    public static bool MayAsk(SignedInStaff staff) => staff.Is(StaffRole.Leader);

    /// <summary>How many volunteers at work in each department have said yes to being asked.</summary>
    public async Task<IReadOnlyList<(Department Department, int AtWork, int Willing)>> WillingAsync(CancellationToken cancellation = default)
    {
        var counts = new List<(Department, int, int)>();
        foreach (var department in services.Organisation.Departments)
        {
            var (atWork, willing) = (0, 0);
            await foreach (var (personId, volunteer) in volunteers.OfAsync(department.Id, cancellation))
            {
                if (volunteer.State != VolunteerState.Active)
                    continue;
                atWork++;
                if (await services.People.ReachAsync(personId, cancellation) is { Choices.NewsSince: not null })
                    willing++;
            }

            counts.Add((department, atWork, willing));
        }

        return counts;
    }

    /// <summary>Asks them.</summary>
    /// <param name="staff">Who sends it.</param>
    /// <param name="departmentId">A department's id.</param>
    /// <param name="functionId">What is wanted.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<RecruitmentResult> AskAsync(SignedInStaff staff, string departmentId, string functionId, CancellationToken cancellation = default)
    {
        if (!MayAsk(staff))
            return new RecruitmentResult.Forbidden();
        var department = services.Organisation.Department(departmentId);
        var function = services.Organisation.Volunteering?.Function(functionId);
        List<FieldProblem> problems =
        [
            .. department is null ? [new FieldProblem("department", "Vælg en afdeling.", "Please choose a department.")] : Array.Empty<FieldProblem>(),
            .. function is null ? [new FieldProblem("function", "Vælg en funktion.", "Please choose a function.")] : Array.Empty<FieldProblem>(),
        ];
        return problems.Count > 0 ? new RecruitmentResult.Invalid(problems) : await WriteAsync(department!, function!, cancellation);
    }

    private async Task<RecruitmentResult> WriteAsync(Department department, VolunteerFunction function, CancellationToken cancellation)
    {
        var today = WallTime.LocalDate(services.Now);
        var (asked, before) = (0, 0);
        await foreach (var (personId, volunteer) in volunteers.OfAsync(department.Id, cancellation))
        {
            if (!Suits(volunteer, function, today) || await services.People.ReachAsync(personId, cancellation) is not { Email: not null, Choices.NewsSince: not null } person)
                continue;
            if ((await AwayPeriods.OfAsync(services.Register, personId, cancellation)).On(today) is not null)
                continue;
            var notice = Notice(person, department, function, today);
            var partition = Partitions.Person(personId);
            if (await services.Notices.IsWrittenAsync(partition, notice, cancellation))
                before++;
            else
                asked++;
            await services.Notices.PutOnceAsync(partition, [notice], cancellation);
        }

        return new RecruitmentResult.Asked(asked, before);
    }

    private static bool Suits(Volunteer volunteer, VolunteerFunction function, DateOnly today) =>
        volunteer is { State: VolunteerState.Active, FarewellId: null } && !volunteer.Functions.Contains(function.Id, StringComparer.Ordinal)
        && (volunteer.BirthDate is not { } birth || !AgeRule.TooYoungFor([function], birth, today).Any());

    // the week's Monday stands in the key: once a week at most
    private PersonNotice Notice(Reachable person, Department department, VolunteerFunction function, DateOnly today) => new()
    {
        CaseId = person.Person.Id,
        Step = $"{Step}-{function.Id}",
        Date = today.AddDays(-(((int)today.DayOfWeek + 6) % 7)),
        To = person,
        Template = RecruitmentMessages.Wanted,
        Fields = [new("department", department.Name), new("function", function.Name.In(person.Person.Language))],
        Links = [("page", new NoticeLink(VolunteerBook.Page, VolunteerBook.TokenIdOf(person.Person.Id))), ("contact", new NoticeLink(ChoicePage, VolunteerBook.TokenIdOf(person.Person.Id)))],
        Due = services.Now,
        IsRecruitment = true,
    };
}

/// <summary>What came of asking.</summary>
public abstract record RecruitmentResult
{
    /// <summary>It is written.</summary>
    /// <param name="Now">To so many.</param>
    /// <param name="Before">So many had been asked for the same function this week already.</param>
    public sealed record Asked(int Now, int Before) : RecruitmentResult;

    /// <summary>Something must be mended first.</summary>
    /// <param name="Problems">Field by field.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : RecruitmentResult;

    /// <summary>Not theirs to send.</summary>
    public sealed record Forbidden : RecruitmentResult;
}
