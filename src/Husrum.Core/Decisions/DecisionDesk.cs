using Husrum.Core.Calendar;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Decisions;

/// <summary>
/// Puts questions, keeps at them, and takes the one answer that counts. Each method may run any number of times: all of it is one batch
/// on the case's partition, held together by the versions of the question's and the case's rows.
/// </summary>
/// <param name="register">The register.</param>
/// <param name="questions">What is asked.</param>
/// <param name="time">The clock.</param>
public sealed class DecisionDesk(IRegister register, DecisionQuestions questions, TimeProvider time)
{
    /// <summary>Puts the question; one that was put already is left as it is.</summary>
    public async Task<DecisionProgress> AskAsync(DecisionRef decision, CancellationToken cancellation = default)
    {
        var question = questions[decision.Question];
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await FindAsync(decision, cancellation) is { } put)
                return DecisionProgress.Of(put.Value);
            if (await question.ReadAsync(decision, cancellation) is not { } @case)
                return new DecisionProgress(DecisionWords.Gone, 1, null);
            if (@case.Moot is { } word)
                return new DecisionProgress(word, 1, null);

            var now = time.GetUtcNow();
            var today = WallTime.LocalDate(now);
            var (level, first) = Next(await @case.ChainAsync(cancellation), from: 0, asked: []);
            var record = new DecisionRecord
            {
                Id = decision.Id,
                Question = decision.Question,
                Round = decision.Round,
                AskedAt = now,
                AskedOn = today,
                Asked = [.. first.Select(p => new AskedPerson(p.Person.Id, level, now))],
                NextMoment = @case.Plan.Moment(today, 1)?.Due,
            };
            var batch = new RegisterBatch(decision.Partition).Insert(decision.Row, record);
            await @case.WriteAskedAsync(batch, record, now, cancellation);
            foreach (var person in first)
                @case.WriteAsk(batch, record, person, escalated: false, now);
            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return DecisionProgress.Of(record);
        }
    }

    /// <summary>Does what the plan says for a moment, once.</summary>
    public async Task<DecisionProgress> MomentAsync(DecisionRef decision, int index, CancellationToken cancellation = default)
    {
        var question = questions[decision.Question];
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            var found = await FindAsync(decision, cancellation);
            var @case = found is null ? null : await question.ReadAsync(decision, cancellation);
            if (found is null || @case is null)
                return new DecisionProgress(DecisionWords.Gone, index, null);
            if (!found.Value.IsOpen || found.Value.MomentsDone >= index)
                return DecisionProgress.Of(found.Value);
            if (@case.Plan.Moment(found.Value.AskedOn, index) is not { } moment)
            {
                // the plan has moved and knows no more of it: left standing, it would be due for ever, and the run would ask again without end
                if (found.Value.NextMoment is null || await register.CommitAsync(new RegisterBatch(decision.Partition).Replace(decision.Row, found.Value with { NextMoment = null }, found.ETag), cancellation) == CommitOutcome.Done)
                    return DecisionProgress.Of(found.Value with { NextMoment = null });
                continue;
            }

            var now = time.GetUtcNow();
            var record = found.Value with { MomentsDone = index, NextMoment = NextMoment(@case, found.Value.AskedOn, index + 1, now) };
            var batch = new RegisterBatch(decision.Partition);
            if (@case.Later(moment.Step, now) is { } later)
            {
                record = found.Value with { NextMoment = later };
            }
            else if (moment.Step == DecisionStep.Deadline)
            {
                record = record with { Answer = @case.DeadlineAnswer ?? question.DeadlineAnswer, AnsweredAt = now, NextMoment = null };
            }
            else
            {
                record = await WriteMomentAsync(batch, @case, record, moment, now, cancellation);
            }

            batch.Replace(decision.Row, record, found.ETag);
            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return DecisionProgress.Of(record);
        }
    }

    /// <summary>Adds an answer to the batch of the one who gives it: the question closed, the event raised. The batch is refused where another answer came first; the use of the link belongs into it too, and a condition on the case's own row, so that the event goes to the run that drives it now.</summary>
    /// <param name="batch">The case's batch.</param>
    /// <param name="decision">The question.</param>
    /// <param name="open">The question as read, still open.</param>
    /// <param name="instanceId">The orchestration that drives the case.</param>
    /// <param name="answer">The word.</param>
    /// <param name="by">Person id.</param>
    /// <param name="reason">In their words, or null.</param>
    /// <param name="now">UTC.</param>
    /// <returns>The record as it will stand.</returns>
    public static DecisionRecord WriteAnswer(RegisterBatch batch, DecisionRef decision, Stored<DecisionRecord> open, string instanceId, string answer, string by, string? reason, DateTimeOffset now)
    {
        var record = open.Value with { Answer = answer, AnsweredAt = now, AnsweredBy = by, Reason = reason, NextMoment = null };
        batch.Replace(decision.Row, record, open.ETag).Raise(instanceId, decision.EventName, new DecisionAnswered(answer));
        return record;
    }

    /// <summary>The question's record, or null.</summary>
    public Task<Stored<DecisionRecord>?> FindAsync(DecisionRef decision, CancellationToken cancellation = default) =>
        register.GetAsync<DecisionRecord>(decision.Partition, decision.Row, cancellation);

    // one that is overdue and waits for somebody to come home is ahead: what is due now is not the last word before it
    private static DateTimeOffset? NextMoment(DecisionCase @case, DateOnly askedOn, int index, DateTimeOffset now) =>
        @case.Plan.Moment(askedOn, index) is not { } next ? null : next.Due <= now ? @case.Later(next.Step, now) ?? next.Due : next.Due;

    private static async Task<DecisionRecord> WriteMomentAsync(RegisterBatch batch, DecisionCase @case, DecisionRecord record, DecisionMoment moment, DateTimeOffset now, CancellationToken cancellation)
    {
        var chain = await @case.ChainAsync(cancellation);
        var reached = record.Latest.Select(a => a.PersonId).ToHashSet(StringComparer.Ordinal);
        var remind = chain.SelectMany(step => step).Where(p => reached.Contains(p.Person.Id)).ToList();

        // those asked last may have left or be away: then whoever is in their place, or the next one, is asked without waiting for the plan
        var seeks = moment.Step == DecisionStep.Escalate || remind.Count == 0;
        var (level, next) = seeks ? Next(chain, remind.Count == 0 ? Math.Max(record.Level, 0) : record.Level + 1, record.Asked) : (-1, []);
        var stuck = next.Count == 0 && (seeks || moment.Step == DecisionStep.Insist);

        // after a long stop several moments are due at once: one reminder is enough
        var superseded = moment.Step is DecisionStep.Remind or DecisionStep.Insist && record.NextMoment <= now;
        var escalated = record.Level >= 0;
        record = record with { Asked = [.. record.Asked, .. next.Select(p => new AskedPerson(p.Person.Id, level, now))] };
        await @case.WriteMomentAsync(batch, record, moment, next.Count > 0 || superseded ? [] : remind, stuck && !superseded, now, cancellation);
        foreach (var person in next)
            @case.WriteAsk(batch, record, person, escalated, now);
        return record;
    }

    private static (int Level, IReadOnlyList<Reachable> People) Next(IReadOnlyList<IReadOnlyList<Reachable>> chain, int from, IReadOnlyList<AskedPerson> asked)
    {
        for (var level = from; level < chain.Count; level++)
        {
            var people = chain[level].Where(p => asked.All(a => a.PersonId != p.Person.Id)).ToList();
            if (people.Count > 0)
                return (level, people);
        }

        return (-1, []);
    }
}
