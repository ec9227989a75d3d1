using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>Reads and changes the cases of a process.</summary>
/// <typeparam name="TCase">The case.</typeparam>
public sealed partial class CaseBook<TCase>(CaseProcess<TCase> process, CaseServices services) : ICaseProcess
    where TCase : CaseRecord
{
    /// <summary>The process's name.</summary>
    public string Name => process.Name;

    /// <summary>What its partitions begin with.</summary>
    public string PartitionPrefix => process.PartitionPrefix;

    /// <summary>Its questions.</summary>
    public IEnumerable<DecisionQuestion> Questions => process.Kinds.Distinct(StringComparer.Ordinal).Select(kind => new CaseQuestion<TCase>(kind, process, this, services));

    /// <summary>The case, or null.</summary>
    public Task<Stored<TCase>?> GetAsync(string caseId, CancellationToken cancellation = default) =>
        services.Register.GetAsync<TCase>(process.Partition(caseId), CaseRecord.Row, cancellation);

    /// <summary>Adds a new case to its batch: its row, its first line, its status link, its look-ups and the start of its orchestration.</summary>
    public RegisterBatch Insert(TCase @case, string word)
    {
        var batch = new RegisterBatch(process.Partition(@case.Id));
        var first = (TCase)(@case with { TimelineCount = 1 });
        batch.Insert(CaseRecord.Row, first).Insert(TimelineLine.RowOf(@case.Created, 1), new TimelineLine(word, @case.Created, @case.PersonId));
        services.Links.Issue(batch, LinkPurpose.Status, @case.Id, "status", @case.PersonId, @case.Created + CaseLinks.OpenFor, CaseLinks.StatusTokenId(@case.Id));
        foreach (var party in first.Parties.Where(p => p.PersonId != first.PersonId).DistinctBy(p => p.PersonId))
            IssueStatus(batch, first, party.PersonId);
        CaseIndexes.Write(batch, Name, null, first);
        return batch.Start(process.Orchestrator, @case.InstanceId, new CaseRef(Name, @case.Id));
    }

    /// <summary>
    /// Reads the case and writes the batch made of it, again as often as another one wrote first. What it finds done, it leaves.
    /// </summary>
    /// <param name="caseId">The case.</param>
    /// <param name="make">Fills the batch; false where there is nothing (more) to do.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The case as it was when the last batch was made; null where it is gone.</returns>
    public async Task<Stored<TCase>?> ChangeAsync(string caseId, Func<RegisterBatch, Stored<TCase>, Task<bool>> make, CancellationToken cancellation)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await GetAsync(caseId, cancellation) is not { } @case)
                return null;
            var batch = new RegisterBatch(@case.Partition);
            if (!await make(batch, @case) || await services.Register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return @case;
        }
    }

    /// <summary>Changes a case by something that was no answer, and wakes its run. What it finds done, or too late, it leaves.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="word">The timeline's word for it.</param>
    /// <param name="byPersonId">Who did it; null for the program itself.</param>
    /// <param name="change">The case as it becomes; null where there is nothing to do.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>True where it was changed now.</returns>
    public async Task<bool> MoveAsync(string caseId, string word, string? byPersonId, Func<TCase, TCase?> change, CancellationToken cancellation = default)
    {
        var moved = false;
        await ChangeAsync(
            caseId,
            async (batch, @case) =>
            {
                moved = false;
                if (@case.Value.IsClosed || change(@case.Value) is not { } next)
                    return false;
                var now = services.Now;
                await WriteAsync(batch, @case, next, [new TimelineLine(word, now, byPersonId)], now, cancellation);
                batch.Raise(@case.Value.InstanceId, CaseChanged.EventName, new CaseChanged(word));
                return moved = true;
            },
            cancellation);
        return moved;
    }

    /// <summary>The one way a case changes: its row (at the version read), its timeline, its look-ups and the messages that follow, in one batch.</summary>
    internal async Task WriteAsync(RegisterBatch batch, Stored<TCase> old, TCase next, IEnumerable<TimelineLine> lines, DateTimeOffset now, CancellationToken cancellation, IEnumerable<CaseMessage>? besides = null)
    {
        var today = WallTime.LocalDate(now);
        next = next.IsClosed ? next : await WithReturnedAsync(old, next, now, cancellation);
        next = (TCase)(next with { RetainUntil = next.IsClosed ? old.Value.RetainUntil ?? process.RetainUntil(next, today) : null });
        foreach (var line in lines)
        {
            next = (TCase)(next with { TimelineCount = next.TimelineCount + 1 });
            batch.Insert(TimelineLine.RowOf(line.At, next.TimelineCount), line);
        }

        foreach (var person in next.Parties.Select(p => p.PersonId).Except(old.Value.Parties.Select(p => p.PersonId), StringComparer.Ordinal))
        {
            if (person != next.PersonId && await services.Register.GetAsync<LinkRecord>(batch.Partition, PersonalLinks.RowOf(CaseLinks.StatusTokenId(next.Id, person)), cancellation) is null)
                IssueStatus(batch, next, person);
        }

        foreach (var group in process.TakesBack(old.Value, next))
            await NoticeGroups.TakeBackAsync(services.Register, batch, group, cancellation);
        foreach (var message in process.Tell(old.Value, next).Concat(besides ?? []))
            await TellAsync(batch, next, message, today, now, cancellation);
        CaseIndexes.Write(batch, Name, old.Value, next);
        batch.Replace(CaseRecord.Row, next, old.ETag);
    }

    // what was asked, fell away unanswered and is a question again: where reminders came due meanwhile it is put anew, and does not go on with all of them at once
    private async Task<TCase> WithReturnedAsync(Stored<TCase> old, TCase next, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = process.Open(old.Value).Select(step => step.Question).ToHashSet(StringComparer.Ordinal);
        foreach (var step in process.Open(next).Where(step => !before.Contains(step.Question) && next.RoundOf(step.Question) == old.Value.RoundOf(step.Question)))
        {
            var asked = new DecisionRef(old.Partition, next.Id, step.Question, next.RoundOf(step.Question));
            if (await services.Register.GetAsync<DecisionRecord>(asked.Partition, asked.Row, cancellation) is { Value: { IsOpen: true } put } && (put.NextMoment is null || put.NextMoment <= now))
                next = next.Again(step.Question);
        }

        return next;
    }

    private async Task TellAsync(RegisterBatch batch, TCase @case, CaseMessage message, DateOnly today, DateTimeOffset now, CancellationToken cancellation)
    {
        var audience = await services.AudienceAsync(@case, message.Audience, message.PersonId ?? @case.PersonId, message.To, cancellation);
        var about = (await services.People.GetAsync(@case.PersonId, cancellation))?.Value.Name ?? "";
        foreach (var person in audience.FirstOrDefault(step => step.Count > 0) ?? [])
        {
            var fields = new Dictionary<string, string> { ["person"] = about };
            foreach (var (field, value) in message.Fields?.Invoke(person.Person.Language) ?? [])
                fields[field] = value;
            (string, NoticeLink)[] links = [.. message.LinksToStatus ? [CaseNotices.Status(@case, person.Person.Id, process.StatusPage)] : Array.Empty<(string, NoticeLink)>(), .. message.Button is { } button ? [button] : Array.Empty<(string, NoticeLink)>()];
            services.Notices.Add(batch, CaseNotices.To(@case, person, message.Template, message.Step, today, message.Due ?? now, fields, message.AtOnce, links) with
            {
                Way = message.By,
                Calendar = message.Calendar?.Invoke(person.Person.Language),
                UsefulUntil = message.UsefulUntil,
                MustArrive = message.UsefulUntil is not null,
                Group = message.Group,
            });
        }
    }

    private void IssueStatus(RegisterBatch batch, TCase @case, string personId) =>
        services.Links.Issue(batch, LinkPurpose.Status, @case.Id, "status", personId, services.Now + CaseLinks.OpenFor, CaseLinks.StatusTokenId(@case.Id, personId));
}
