using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <content>What people see of a case.</content>
public sealed partial class CaseBook<TCase>
{
    /// <inheritdoc />
    async Task<CaseStatusView?> ICaseProcess.StatusAsync(Stored<LinkRecord> link, CancellationToken cancellation)
    {
        if (await services.Register.GetAsync<TCase>(link.Partition, CaseRecord.Row, cancellation) is not { } stored || link.Value.PersonId is not { } reader)
            return null;
        var party = stored.Value.PartyOf(reader);
        if (reader != stored.Value.PersonId && party is null)
            return null;
        var person = await services.People.ReachAsync(reader, cancellation);
        return new CaseStatusView(
            process.Kind,
            person?.Person.Language ?? "da",
            person?.Person.Name ?? "",
            party is null ? process.StandsAt(stored.Value) : process.StandsAt(stored.Value, party),
            await WaitsAsync(stored, reader, cancellation),
            await TimelineAsync(stored, party, cancellation),
            Withdrawn(stored.Value, reader) is not null)
        {
            Doings = [.. Doings(stored.Value, reader).Select(doing => new DoingView(doing.Word, doing.Title, doing.Text, doing.Button))],
        };
    }

    /// <inheritdoc />
    async Task<bool> ICaseProcess.DoAsync(Stored<LinkRecord> link, string word, CancellationToken cancellation) =>
        link.Value.PersonId is { } reader && await MoveAsync(link.Value.CaseId, word, reader, @case => Doings(@case, reader).FirstOrDefault(doing => doing.Word == word)?.After(@case), cancellation);

    private IEnumerable<CaseDoing<TCase>> Doings(TCase @case, string personId) => @case.IsClosed || personId != @case.PersonId ? [] : process.DoingsOf(@case, services.Now);

    /// <inheritdoc />
    async Task<bool> ICaseProcess.WithdrawAsync(Stored<LinkRecord> link, CancellationToken cancellation)
    {
        var withdrawn = false;
        await ChangeAsync(
            link.Value.CaseId,
            async (batch, @case) =>
            {
                if (link.Value.PersonId is not { } reader || Withdrawn(@case.Value, reader) is not { } next)
                    return false;
                await WriteAsync(batch, @case, next, [new TimelineLine(CaseWords.Withdrawn, services.Now, reader)], services.Now, cancellation);
                batch.Raise(@case.Value.InstanceId, CaseChanged.EventName, new CaseChanged(CaseWords.Withdrawn));
                return withdrawn = true;
            },
            cancellation);
        return withdrawn;
    }

    /// <inheritdoc />
    async Task<CaseWork?> ICaseProcess.WorkAsync(string caseId, string readerId, CancellationToken cancellation)
    {
        if (await GetAsync(caseId, cancellation) is not { Value.IsClosed: false } stored)
            return null;
        var waits = await WaitsAsync(stored, readerId, cancellation);
        var name = (await services.People.GetAsync(stored.Value.PersonId, cancellation))?.Value.Name ?? "";
        return new CaseWork(process.Kind, caseId, stored.Value.DepartmentId, stored.Value.PersonId, name, waits.Count == 0 ? stored.Value.Created : waits.Min(w => w.Since), waits) { Process = Name };
    }

    /// <inheritdoc />
    async Task<CaseStory?> ICaseProcess.StoryAsync(string caseId, string readerId, CancellationToken cancellation)
    {
        if (await GetAsync(caseId, cancellation) is not { } stored)
            return null;
        var @case = stored.Value;
        return new CaseStory(process.Kind, caseId, @case.DepartmentId, @case.Created, @case.IsClosed, @case.RetainUntil, process.StandsAtForStaff(@case), await WaitsAsync(stored, readerId, cancellation), await TimelineAsync(stored, null, cancellation)) { Process = Name };
    }

    private static NextView? Next(CaseStep<TCase> step, TCase @case, DecisionRecord? decision)
    {
        if (decision is null)
            return step.NotBefore(@case) is { } moment ? new NextView(moment, new("spørger vi om det", "we ask about it")) : null;
        if (decision.NextMoment is not { } at || step.Plan(@case).Moment(decision.AskedOn, decision.MomentsDone + 1) is not { } next)
            return null;
        return new NextView(at, next.Step switch
        {
            DecisionStep.Remind => new("minder vi om det", "we send a reminder"),
            DecisionStep.Escalate => new("spørger vi den næste: stedfortræderen eller landslederen", "we ask the next one: the deputy or the national leader"),
            DecisionStep.Insist => new("minder vi om det igen og siger det til dem, der kan hjælpe", "we send a reminder again and tell those who can help"),
            _ => step.AtDeadline,
        });
    }

    /// <inheritdoc />
    async Task<MessageMatter?> ICaseProcess.MatterAsync(string partition, CancellationToken cancellation) =>
        await services.Register.GetAsync<TCase>(partition, CaseRecord.Row, cancellation) is { } stored ? new MessageMatter(stored.Value.DepartmentId, process.Kind) : null;

    /// <summary>What has happened in a case, oldest first, as staff read it.</summary>
    internal async Task<IReadOnlyList<CaseEvent>> EventsAsync(string caseId, CancellationToken cancellation) =>
        await GetAsync(caseId, cancellation) is { } stored ? await TimelineAsync(stored, null, cancellation) : [];

    private TCase? Withdrawn(TCase @case, string personId) =>
        personId == @case.PersonId ? process.Withdrawn(@case, services.Now)
        : @case.PartyOf(personId) is { } party ? process.Withdrawn(@case, party, services.Now)
        : null;

    private async Task<IReadOnlyList<string>> NamesAsync(DecisionRecord? decision, CancellationToken cancellation)
    {
        var names = new List<string>();
        foreach (var asked in decision is { IsOpen: true } ? decision.Latest : [])
        {
            if (await services.People.GetAsync(asked.PersonId, cancellation) is { Value.Name: { Length: > 0 } name })
                names.Add(name);
        }

        return names;
    }

    private async Task<IReadOnlyList<WaitView>> WaitsAsync(Stored<TCase> stored, string readerId, CancellationToken cancellation)
    {
        var waits = new List<WaitView>();
        var party = stored.Value.PartyOf(readerId);
        foreach (var step in process.Open(stored.Value))
        {
            var asked = step.Audience == StepAudience.Person ? readerId == step.Asks(stored.Value) : step.AsksParties(stored.Value).Contains(readerId, StringComparer.Ordinal);
            if (party is not null && !asked && !process.ShowsWait(stored.Value, party, step))
                continue; // what the others are asked is theirs
            var reference = new DecisionRef(stored.Partition, stored.Value.Id, step.Question, stored.Value.RoundOf(step.Question));
            var decision = (await services.Register.GetAsync<DecisionRecord>(reference.Partition, reference.Row, cancellation))?.Value;
            var mine = decision is { IsOpen: true } && decision.Asked.Any(a => a.PersonId == readerId);
            var due = decision is { IsOpen: true } ? step.Due(stored.Value, decision.AskedOn) : null;
            var theirs = asked || (party is null && step.Audience != StepAudience.Person && readerId == stored.Value.PersonId);
            waits.Add(new WaitView(theirs ? step.WaitsFor : step.WaitsForThem, decision?.AskedAt ?? stored.Value.Created, mine ? CaseLinks.Path(services.Links, LinkPurpose.Answer, CaseLinks.AnswerPage, reference.TokenIdFor(readerId)) : null)
            {
                IsAsked = decision is not null,
                Next = Next(step, stored.Value, decision),
                Due = due,
                IsLate = due <= services.Now,
                Asked = party is null && readerId != stored.Value.PersonId && step.Audience is StepAudience.Department or StepAudience.Leader or StepAudience.Party ? await NamesAsync(decision, cancellation) : [],
            });
        }

        return waits;
    }

    private async Task<IReadOnlyList<CaseEvent>> TimelineAsync(Stored<TCase> stored, CaseParty? party, CancellationToken cancellation)
    {
        var events = new List<CaseEvent>();
        await foreach (var line in services.Register.QueryAsync<TimelineLine>(stored.Partition, TimelineLine.Prefix, cancellation: cancellation))
        {
            if (party is null || line.Value.By == party.PersonId || process.Shows(stored.Value, party, line.Value.What))
                events.Add(new CaseEvent(line.Value.At, Words(stored.Value, line.Value.What)));
        }

        return events;
    }

    private Bilingual Words(TCase @case, string what)
    {
        if (CaseWords.Of(what) is { } shared)
            return shared;
        var colon = what.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && process.StepsOf(@case).FirstOrDefault(s => s.Question == what[..colon]) is { } step ? step.Happened(what[(colon + 1)..]) : process.Word(what);
    }
}
