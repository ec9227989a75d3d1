using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Language;
using Husrum.Core.Links;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <content>What people do by their links.</content>
public sealed partial class CaseBook<TCase>
{
    /// <inheritdoc />
    async Task<StepView?> ICaseProcess.ViewAsync(Stored<LinkRecord> link, string? language, CancellationToken cancellation) =>
        await FindAsync(link, cancellation) is { } found ? await ViewAsync(found, cancellation, language) : null;

    /// <inheritdoc />
    async Task<StepResult> ICaseProcess.AnswerAsync(Stored<LinkRecord> link, StepForm form, CancellationToken cancellation)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await FindAsync(link, cancellation) is not { } found)
                return new StepResult.Gone();
            if (!found.IsAsked)
                return new StepResult.Settled(await ViewAsync(found, cancellation), Mine: found.Decision.Value.AnsweredBy == found.ReaderId && found.Decision.Value.Answer == form.Answer);
            var now = services.Now;
            switch (found.Step.Read(found.Case.Value, form, now))
            {
                case StepReply.Wrong wrong:
                    return new StepResult.Invalid(await ViewAsync(found, cancellation), wrong.Problems);
                case StepReply.Given given when await WriteAnswerAsync(found, given, now, cancellation):
                    return new StepResult.Settled(await ViewAsync((await FindAsync(link, cancellation))!, cancellation), Mine: true);
            }
        }
    }

    private async Task<bool> WriteAnswerAsync(AskedStep found, StepReply.Given given, DateTimeOffset now, CancellationToken cancellation)
    {
        var batch = new RegisterBatch(found.Case.Partition);
        PersonalLinks.Use(batch, found.Link, found.ReaderId, now);
        DecisionDesk.WriteAnswer(batch, found.Reference, found.Decision, found.Case.Value.InstanceId, given.Word, found.ReaderId, given.Reason, now);
        var answer = new StepAnswer(given.Word, found.ReaderId, now, WallTime.LocalDate(now), given.Reason, given.Values ?? []);
        var line = new TimelineLine($"{found.Step.Question}:{given.Word}", now, found.ReaderId);
        await WriteAsync(batch, found.Case, found.Step.After(found.Case.Value, answer), [line], now, cancellation);
        return await services.Register.CommitAsync(batch, cancellation) == CommitOutcome.Done;
    }

    private async Task<StepView> ViewAsync(AskedStep found, CancellationToken cancellation, string? wished = null)
    {
        var reader = await services.People.ReachAsync(found.ReaderId, cancellation);
        var language = wished ?? reader?.Person.Language ?? "da";
        var decision = found.Decision.Value;
        var answered = decision.Answer is not { } word ? null
            : new AnsweredView(found.Step.Happened(word), decision.AnsweredBy is { } by ? (await services.People.GetAsync(by, cancellation))?.Value.Name ?? "" : "", decision.AnsweredAt!.Value);
        return new StepView(language, reader?.Person.Name ?? "", found.IsAsked ? await PageAsync(found, language, cancellation) : null, answered);
    }

    // whoever has several such cases must see which one this is
    private async Task<StepPage> PageAsync(AskedStep found, string language, CancellationToken cancellation)
    {
        var page = found.Step.Page(found.Case.Value, language, services.Now);
        var about = (await services.People.GetAsync(found.Case.Value.PersonId, cancellation))?.Value.Name ?? "";
        return found.Step.Audience is StepAudience.Person or StepAudience.Party || about.Length == 0 || page.Facts.Any(fact => fact.Value == about)
            ? page
            : page with { Facts = [new StepFact(new Bilingual("Navn", "Name").In(language), about), .. page.Facts] };
    }

    private async Task<AskedStep?> FindAsync(Stored<LinkRecord> link, CancellationToken cancellation)
    {
        var reader = link.Value.PersonId ?? "";
        var @case = await services.Register.GetAsync<TCase>(link.Partition, CaseRecord.Row, cancellation);
        var decision = await services.Register.GetAsync<DecisionRecord>(link.Partition, "decision:" + link.Value.Action, cancellation);
        var current = await services.Register.GetAsync<LinkRecord>(link.Partition, link.Row, cancellation);
        if (@case is null || decision is null || current is null || process.StepsOf(@case.Value).FirstOrDefault(s => s.Question == decision.Value.Question) is not { } step)
            return null;
        return await services.MayAnswerAsync(@case.Value, step, reader, cancellation) ? new AskedStep(current, @case, decision, step, reader) : null;
    }

    private sealed record AskedStep(Stored<LinkRecord> Link, Stored<TCase> Case, Stored<DecisionRecord> Decision, CaseStep<TCase> Step, string ReaderId)
    {
        public DecisionRef Reference => new(Case.Partition, Case.Value.Id, Step.Question, Decision.Value.Round);

        public bool IsAsked => Decision.Value.IsOpen && !Case.Value.IsClosed && Step.IsOpen(Case.Value) && Case.Value.RoundOf(Step.Question) == Decision.Value.Round;
    }
}
