using Husrum.Core.Calendar;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>What cases work with.</summary>
public sealed record CaseServices(IRegister Register, PersonalLinks Links, PersonDirectory People, StaffDirectory Staff, Approvers Chain, PersonNotices Notices, Organisation Organisation, TimeProvider Time)
{
    /// <summary>Now, UTC.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>The people to be asked or told, in turn: those away are left out as long as anyone is at work.</summary>
    internal async Task<IReadOnlyList<IReadOnlyList<Reachable>>> AudienceAsync(CaseRecord @case, StepAudience audience, string person, IReadOnlyList<string> parties, CancellationToken cancellation)
    {
        if (audience == StepAudience.Party)
            return [await ReachAsync(parties.Where(p => @case.PartyOf(p) is not null), cancellation)];
        if (audience == StepAudience.Person)
            return [await ReachAsync([person], cancellation)];
        var chain = await Chain.ForAsync(@case.DepartmentId, WallTime.LocalDate(Now), [@case.PersonId], cancellation);
        IReadOnlyList<Approver>[] steps = audience == StepAudience.Leader ? [chain.Leaders] : [chain.Coordinators, chain.Deputies, chain.Leaders];
        if (steps.SelectMany(s => s).Any(a => !a.Away))
            steps = [.. steps.Select(step => (IReadOnlyList<Approver>)[.. step.Where(a => !a.Away)])];
        var found = new List<IReadOnlyList<Reachable>>();
        foreach (var step in steps)
            found.Add(await ReachAsync(step.Select(a => a.PersonId), cancellation));
        return found;
    }

    /// <summary>Those who look after a department's volunteers: its coordinators; where there are none at work, its deputies, then the national leader.</summary>
    internal async Task<IReadOnlyList<Reachable>> CoordinatorsAsync(string departmentId, string about, CancellationToken cancellation)
    {
        var chain = await Chain.ForAsync(departmentId, WallTime.LocalDate(Now), [about], cancellation);
        var first = new[] { chain.Coordinators, chain.Deputies, chain.Leaders }.Select(step => step.Where(a => !a.Away).ToList()).FirstOrDefault(step => step.Count > 0);
        return await ReachAsync((first ?? [.. chain.Coordinators]).Select(a => a.PersonId), cancellation);
    }

    /// <summary>True where the person may answer for the audience today; one who has left opens nothing by an old link.</summary>
    internal async Task<bool> MayAnswerAsync<TCase>(TCase @case, CaseStep<TCase> step, string personId, CancellationToken cancellation)
        where TCase : CaseRecord
    {
        if (step.Audience == StepAudience.Party)
            return @case.PartyOf(personId) is not null && step.AsksParties(@case).Contains(personId, StringComparer.Ordinal);
        if (step.Audience == StepAudience.Person)
            return personId == step.Asks(@case);
        if (await Staff.GetAsync(personId, cancellation) is not { Value: var member })
            return false;
        return member.Roles.Contains(StaffRole.Leader)
            || (step.Audience == StepAudience.Department
                && (member.Roles.Contains(StaffRole.Coordinator) || member.Roles.Contains(StaffRole.Deputy))
                && member.Departments.Contains(@case.DepartmentId, StringComparer.Ordinal));
    }

    /// <summary>Those of the people who have an address.</summary>
    internal async Task<IReadOnlyList<Reachable>> ReachAsync(IEnumerable<string> personIds, CancellationToken cancellation)
    {
        var found = new List<Reachable>();
        foreach (var id in personIds.Distinct(StringComparer.Ordinal))
        {
            if (await People.ReachAsync(id, cancellation) is { Email: not null } person)
                found.Add(person);
        }

        return found;
    }
}
