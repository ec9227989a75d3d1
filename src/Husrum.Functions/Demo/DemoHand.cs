using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Links;
using Husrum.Core.People;

namespace Husrum.Functions.Demo;

/// <summary>What people of the rehearsal answer in cases, by their own links and tasks. Does nothing where it was done before.</summary>
internal sealed class DemoHand(CaseDesk desk, CaseWorklist worklist, PersonalLinks links, PersonDirectory people, DateTimeOffset begins)
{
    /// <summary>The person a case is about answers the first question that waits for them.</summary>
    public Task AnswerAsync(string caseId, string answer, params (string Name, string Value)[] fields) => AnswerByAsync(CaseLinks.StatusTokenId(caseId), answer, fields);

    /// <summary>One of a case's parties answers the first question that waits for them.</summary>
    public async Task AnswerAsAsync(string mailbox, string caseId, string answer, params (string Name, string Value)[] fields) =>
        await AnswerByAsync(CaseLinks.StatusTokenId(caseId, await PersonAsync(mailbox)), answer, fields);

    /// <summary>A coordinator answers the first question of a case that waits for them.</summary>
    public async Task DecideAsync(string mailbox, string caseId, string answer, params (string Name, string Value)[] fields)
    {
        var work = (await worklist.ForAsync(await PersonAsync(mailbox))).FirstOrDefault(item => item.CaseId == caseId);
        await GiveAsync(work?.WaitsFor.FirstOrDefault(wait => wait.AnswerPath is not null)?.AnswerPath, answer, fields);
    }

    /// <summary>A wall time, so many days before (or after, where negative) the rehearsal begins, as a form has it.</summary>
    public string Moment(int daysBefore, int hour) =>
        string.Create(CultureInfo.InvariantCulture, $"{WallTime.LocalDate(begins).AddDays(-daysBefore):yyyy-MM-dd}T{hour:00}:30");

    /// <summary>The same as an instant, as the choices have it.</summary>
    public string Instant(int daysBefore, int hour) =>
        WallTime.ToUtc(WallTime.LocalDate(begins).AddDays(-daysBefore), new TimeOnly(hour, 30)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private async Task<string> PersonAsync(string mailbox) => await people.FindByEmailAsync(mailbox) ?? throw new InvalidOperationException("The rehearsal's people are not there.");

    private async Task AnswerByAsync(string statusTokenId, string answer, (string Name, string Value)[] fields)
    {
        var status = await desk.StatusAsync(links.TokenFor(LinkPurpose.Status, statusTokenId));
        await GiveAsync(status?.WaitsFor.FirstOrDefault(wait => wait.AnswerPath is not null)?.AnswerPath, answer, fields);
    }

    private async Task GiveAsync(string? path, string answer, (string Name, string Value)[] fields)
    {
        if (path is not null)
            await desk.AnswerAsync(Uri.UnescapeDataString(path[(path.IndexOf("t=", StringComparison.Ordinal) + 2)..]), new StepForm(answer, fields.ToDictionary(field => field.Name, field => field.Value)));
    }
}
