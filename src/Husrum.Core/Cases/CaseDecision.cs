using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>A case that waits for an answer, as read once.</summary>
internal sealed class CaseDecision<TCase>(CaseStep<TCase> step, DecisionRef reference, Stored<TCase> stored, string about, AwayPeriods away, CaseBook<TCase> book, CaseServices services) : DecisionCase
    where TCase : CaseRecord
{
    private readonly TCase _case = stored.Value;

    /// <inheritdoc />
    public override IDecisionPlan Plan => step.Plan(_case);

    /// <inheritdoc />
    public override string? Moot => _case.IsClosed || !step.IsOpen(_case) || _case.RoundOf(step.Question) != reference.Round ? DecisionWords.Gone : null;

    /// <inheritdoc />
    public override DateTimeOffset? Later(DecisionStep moment, DateTimeOffset now) => Moot is null ? away.Later(moment, now) : null;

    /// <inheritdoc />
    public override Task<IReadOnlyList<IReadOnlyList<Reachable>>> ChainAsync(CancellationToken cancellation) => services.AudienceAsync(_case, step.Audience, step.Asks(_case), step.AsksParties(_case), cancellation);

    /// <inheritdoc />
    public override string DeadlineAnswer => step.Silence;

    /// <inheritdoc />
    public override async Task WriteAskedAsync(RegisterBatch batch, DecisionRecord decision, DateTimeOffset now, CancellationToken cancellation)
    {
        var nobody = decision.Asked.Count == 0;
        await book.WriteAsync(batch, stored, _case, nobody ? [new TimelineLine(CaseWords.Stuck, now)] : [], now, cancellation);
        if (nobody)
            await CaseStuck.TellAsync(batch, services, _case, reference.Id, decision.AskedOn, step.WaitsForThem, now, step.AtOnce(_case), null, cancellation);
    }

    /// <inheritdoc />
    public override void WriteAsk(RegisterBatch batch, DecisionRecord decision, Reachable person, bool escalated, DateTimeOffset now)
    {
        services.Links.Issue(batch, LinkPurpose.Answer, _case.Id, reference.Id, person.Person.Id, now + CaseLinks.OpenFor, reference.TokenIdFor(person.Person.Id));
        Add(batch, person, step.Texts.Ask, reference.Id, decision.AskedOn, NoticeWay.Email, now);
    }

    /// <inheritdoc />
    public override async Task WriteMomentAsync(RegisterBatch batch, DecisionRecord decision, DecisionMoment moment, IReadOnlyList<Reachable> remind, bool stuck, DateTimeOffset now, CancellationToken cancellation)
    {
        if (Moot is not null)
        {
            remind = [];
            stuck = false;
        }

        var word = stuck ? CaseWords.Stuck : decision.Asked.Any(a => a.At == now) ? CaseWords.Escalated : remind.Count > 0 ? CaseWords.Reminded : null;
        await book.WriteAsync(batch, stored, _case, word is null ? [] : [new TimelineLine(word, now, About: step.Question)], now, cancellation);
        var (key, date) = ($"{reference.Id}-moment-{moment.Index}", WallTime.LocalDate(moment.Due));
        foreach (var person in remind)
            Add(batch, person, step.Texts.Remind, key, date, step.RemindBy(_case, moment), now, UsefulUntil(decision, moment));
        if (stuck)
            await CaseStuck.TellAsync(batch, services, _case, key, date, step.WaitsForThem, now, step.AtOnce(_case), UsefulUntil(decision, moment), cancellation);
    }

    private void Add(RegisterBatch batch, Reachable person, string template, string key, DateOnly date, NoticeWay way, DateTimeOffset now, DateTimeOffset? usefulUntil = null)
    {
        var link = new NoticeLink(CaseLinks.AnswerPage, reference.TokenIdFor(person.Person.Id));
        services.Notices.Add(batch, CaseNotices.To(_case, person, template, key, date, now, [new("person", about), .. step.Fields(_case, person.Person.Language)], step.AtOnce(_case), ("answer", link)) with { Way = way, UsefulUntil = usefulUntil });
    }
}
