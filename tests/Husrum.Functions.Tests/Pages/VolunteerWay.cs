using System.Net;

namespace Husrum.Functions.Tests.Pages;

/// <summary>What an applicant and the coordinator do over HTTP, each by the links of their messages.</summary>
internal static class VolunteerWay
{
    /// <summary>The coordinator's mailbox.</summary>
    public const string Karen = "karen@husrum.example";

    /// <summary>How many of the messages name somebody.</summary>
    public static int About(IEnumerable<Husrum.Functions.Pages.Mailbox.MailboxEntry> mails, string name) => mails.Count(mail => mail.Text.Contains(name, StringComparison.Ordinal));

    /// <summary>An adult of a friend family, step by step from the confirmation to the decision.</summary>
    public static IEnumerable<Func<Task>> WayOf(this PagesSite site, string name)
    {
        var mailbox = Applicants.Address(name);
        yield return () => site.AnswerAsync(mailbox, "volunteer-confirm", null, "confirm");
        yield return () => site.AnswerAsync(Karen, "case-task", name, "offer", ("time1", "2026-09-03T16:30"), ("place", "Caféen"));
        yield return () => site.AnswerAsync(mailbox, "volunteer-book", null, "2026-09-03T14:30Z");
        yield return async () =>
        {
            await site.TurnToAsync("2026-09-03T18:00");
            await site.AnswerAsync(Karen, "case-task", name, "go-on");
        };
        yield return async () =>
        {
            await site.TaskAsync(name, "bestille børneattesten", "ordered");
            await site.TaskAsync(name, "bestille straffeattesten", "ordered");
            await site.AnswerAsync(mailbox, "volunteer-declaration", null, "signed", ("agree", "on"));
        };
        yield return () => site.TaskAsync(name, "børneattesten er kommet", "clean", ("deleted", "on"));
        yield return () => site.AnswerAsync(mailbox, "volunteer-course", null, "intro-2026-11");
        yield return () => site.TurnToAsync("2026-11-11T09:00");
        yield return async () =>
        {
            await site.TaskAsync(name, "straffeattesten er kommet", "clean", ("deleted", "on"));
            await site.TaskAsync(name, "introkursus", "came");
            (await site.MailsAsync(Karen)).ShouldContain(mail => mail.Text.Contains("sige ja eller nej", StringComparison.Ordinal));
        };
    }

    /// <summary>Sends the form for one function.</summary>
    public static async Task ApplyForAsync(this PagesSite site, string name, string function)
    {
        using var guest = site.Guest();
        await (await guest.GetAsync("/bliv-frivillig")).PressAsync(("action", "send"), [.. Applicants.Typed(name), ("functions", function)]);
        await site.SettleAsync();
    }

    /// <summary>From the form to the welcome: the address of their own page.</summary>
    public static async Task<string> WelcomedAsync(this PagesSite site, string name)
    {
        await site.TalkedAsync(name, "arrangoer");
        await site.AnswerAsync(Applicants.Address(name), "volunteer-declaration", null, "signed", ("agree", "on"));
        return await site.CourseAndYesAsync(name);
    }

    /// <summary>From the form to the evening of the conversation.</summary>
    public static async Task TalkedAsync(this PagesSite site, string name, string function)
    {
        await site.ApplyForAsync(name, function);
        foreach (var step in site.WayOf(name).Take(4))
            await step();
    }

    /// <summary>The course and the coordinator's yes: the address of their own page.</summary>
    public static async Task<string> CourseAndYesAsync(this PagesSite site, string name)
    {
        await site.AnswerAsync(Applicants.Address(name), "volunteer-course", null, "intro-2026-11");
        await site.TurnToAsync("2026-11-11T09:00");
        await site.TaskAsync(name, "introkursus", "came");
        await site.TaskAsync(name, "sige ja eller nej", "approve");
        return await site.LinkToAsync(Applicants.Address(name), "volunteer-welcome");
    }

    /// <summary>A coordinator's task, by its words.</summary>
    public static async Task TaskAsync(this PagesSite site, string name, string words, string answer, params (string Name, string Value)[] typed)
    {
        var mail = (await site.MailsAsync(Karen)).Last(entry => entry.Template == "case-task" && entry.Text.Contains(name, StringComparison.Ordinal) && entry.Text.Contains(words, StringComparison.Ordinal));
        using var guest = site.Guest();
        var page = await guest.GetAsync(new Uri(mail.Links[^1]).PathAndQuery);
        (await page.PressAsync(("", ""), [("answer", answer), .. typed])).Status.ShouldBe(HttpStatusCode.OK, words);
        await site.SettleAsync();
    }

    /// <summary>The page of the last task about somebody.</summary>
    public static async Task<Sheet> TaskPageAsync(this PagesSite site, string to, string name)
    {
        using var guest = site.Guest();
        return await guest.GetAsync(await site.LinkToAsync(to, "case-task", name));
    }

    /// <summary>The answer to the newest message of a kind, by its link.</summary>
    public static async Task AnswerAsync(this PagesSite site, string to, string template, string? about, string answer, params (string Name, string Value)[] typed)
    {
        using var guest = site.Guest();
        var page = await guest.GetAsync(await site.LinkToAsync(to, template, about));
        (await page.PressAsync(("", ""), [("answer", answer), .. typed])).Status.ShouldBe(HttpStatusCode.OK, $"{template}: {answer}");
        await site.SettleAsync();
    }
}
