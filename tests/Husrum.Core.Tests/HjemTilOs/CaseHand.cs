using System.Text.RegularExpressions;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>What people do in the cases of a process by their links, and what came of it.</summary>
public class CaseHand<TCase>(RefundWorld house, string prefix, IEnumerable<TemplateSpec> specs)
    where TCase : CaseRecord
{
    public RefundWorld House => house;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public CaseBook<TCase> Book => house.Get<CaseBook<TCase>>();

    public async Task<TCase> CaseAsync(string id) => (await Book.GetAsync(id, Ct)).ShouldNotBeNull().Value;

    /// <summary>Answers the question that is asked now under this name, as the person who is asked last (or another one who was).</summary>
    public async Task<StepResult> AnswerAsync(string id, string question, string answer, string? by = null, params (string Name, string Value)[] fields)
    {
        var result = await house.Get<CaseDesk>().AnswerAsync(await TokenAsync(id, question, by), new StepForm(answer, fields.ToDictionary(f => f.Name, f => f.Value)), Ct);
        await house.SettleAsync();
        return result;
    }

    public async Task DoneAsync(string id, string question, string answer, params (string Name, string Value)[] fields)
    {
        var result = await AnswerAsync(id, question, answer, null, fields);
        var settled = result.ShouldBeOfType<StepResult.Settled>($"{question}: {string.Join("; ", (result as StepResult.Invalid)?.Problems.Select(p => p.Field + " " + p.English) ?? [])}");
        settled.Mine.ShouldBeTrue(question);
    }

    public async Task<StepView?> LookAsync(string id, string question, string? language = null) =>
        await house.Get<CaseDesk>().ViewAsync(await TokenAsync(id, question), language, Ct);

    public async Task<string> TokenAsync(string id, string question, string? by = null)
    {
        var @case = await CaseAsync(id);
        var reference = new DecisionRef(prefix + id, id, question, @case.RoundOf(question));
        var decision = (await house.Register.GetAsync<DecisionRecord>(reference.Partition, reference.Row, Ct)).ShouldNotBeNull($"'{question}' is not asked");
        return house.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, reference.TokenIdFor(by ?? decision.Value.Latest.First().PersonId));
    }

    public async Task<IReadOnlyList<string>> AskedAsync(string id)
    {
        var open = new List<string>();
        await foreach (var decision in house.Register.QueryAsync<DecisionRecord>(prefix + id, "decision:", cancellation: Ct))
        {
            if (decision.Value.IsOpen)
                open.Add(decision.Value.Question);
        }

        var @case = await CaseAsync(id);
        return [.. open.Distinct().Where(q => !@case.IsClosed).Order(StringComparer.Ordinal)];
    }

    public async Task<string> StatusTokenAsync(string id, string? person = null) =>
        house.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(await CaseAsync(id), person ?? (await CaseAsync(id)).PersonId));

    public async Task<CaseStatusView?> StatusAsync(string id, string? person = null) => await house.Get<CaseDesk>().StatusAsync(await StatusTokenAsync(id, person), Ct);

    public async Task<bool> WithdrawAsync(string id, string? person = null)
    {
        var done = await house.Get<CaseDesk>().WithdrawAsync(await StatusTokenAsync(id, person), Ct);
        await house.SettleAsync();
        return done;
    }

    /// <summary>The messages of a case: "2026-09-03 09:00 family-book frida", oldest first, in Danish wall time.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(string id, string? template = null) =>
    [
        .. (await NoticesAsync(id))
            .Where(n => template is null || n.Template == template)
            .Select(n => $"{WallTime.LocalDate(n.Due):yyyy-MM-dd} {WallTime.LocalTime(n.Due):HH\\:mm} {n.Template} {n.To.Split('@')[0]}"),
    ];

    public async Task<IReadOnlyList<Notice>> NoticesAsync(string id)
    {
        var notices = new List<Notice>();
        await foreach (var notice in house.Register.QueryAsync<Notice>(prefix + id, "notice:", cancellation: Ct))
            notices.Add(notice.Value);
        return [.. notices.OrderBy(n => n.Due).ThenBy(n => n.Template, StringComparer.Ordinal).ThenBy(n => n.To, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<string>> TimelineAsync(string id)
    {
        var words = new List<string>();
        await foreach (var line in house.Register.QueryAsync<TimelineLine>(prefix + id, TimelineLine.Prefix, cancellation: Ct))
            words.Add(line.Value.What);
        return words;
    }

    /// <summary>Every message can be made into text; none is missing a field, and no text holds any of the words.</summary>
    public async Task EveryMailCanBeReadAsync(string id, params string[] never)
    {
        var catalogue = MessageCatalogue.Load([.. specs, .. CaseMessages.Specs]);
        foreach (var notice in await NoticesAsync(id))
        {
            var text = catalogue.Render(notice, link => $"https://eksempel.example{link.Path}?t={link.TokenId}");
            Regex.IsMatch(text.Text + text.Subject, @"\{\{|\}\}").ShouldBeFalse();
            foreach (var word in never)
                (text.Subject + text.Text).ShouldNotContain(word, Case.Insensitive, notice.Template);
        }
    }
}
