using Husrum.Core.People;
using Husrum.Core.Volunteers;
using Husrum.Functions.Clock;
using Husrum.Functions.Messages;
using Husrum.Functions.Pages.Mailbox;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Functions.Tests.Pages;

/// <summary>What those who would like to volunteer do, as tests need it.</summary>
internal static class Applicants
{
    /// <summary>An application to be an event host in Aarhus.</summary>
    public static List<(string Name, string Value)> Typed(string name, string department = "aarhus") =>
    [
        ("department", department),
        ("name", name),
        ("email", Address(name)),
        ("functions", "arrangoer"),
        ("motivation", "Jeg vil gerne være med."),
    ];

    public static string Address(string name) => name.Split(' ')[0].ToLowerInvariant() + "@post.example";

    /// <summary>Sends the form; the page that came.</summary>
    public static async Task<Sheet> ApplyAsync(this PagesSite site, string name, string department = "aarhus")
    {
        using var guest = site.Guest();
        var sent = await (await guest.GetAsync("/bliv-frivillig")).PressAsync(("action", "send"), Typed(name, department));
        await site.SettleAsync();
        return sent;
    }

    /// <summary>The messages to somebody, oldest first: their templates.</summary>
    public static async Task<IReadOnlyList<MailboxEntry>> MailsAsync(this PagesSite site, string to)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var entries = await new MailboxEntries(site.Part<NoticeList>(), site.Part<IMessageRenderer>()).AllAsync(masked: false, TestContext.Current.CancellationToken);
        return [.. entries.Where(entry => entry.To == to).OrderBy(entry => entry.Due).ThenBy(entry => entry.Key, StringComparer.Ordinal)];
    }

    /// <summary>The link in the newest message of that kind to somebody; where an applicant's name is given, about them.</summary>
    public static async Task<string> LinkToAsync(this PagesSite site, string to, string template, string? about = null)
    {
        var mail = (await site.MailsAsync(to)).LastOrDefault(entry => entry.Template == template && (about is null || entry.Text.Contains(about, StringComparison.Ordinal)));
        return new Uri(mail.ShouldNotBeNull($"{template} to {to}").Links[^1]).PathAndQuery;
    }

    /// <summary>Turns the rehearsal's clock as people do: over HTTP.</summary>
    public static async Task TurnToAsync(this PagesSite site, string wallTime)
    {
        using var guest = site.Guest();
        using var form = new FormUrlEncodedContent([new("til", wallTime)]);
        using var answer = await guest.Http.PostAsync("/ur/frem", form, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Somebody who is a volunteer already: the address of their own page.</summary>
    public static async Task<string> VolunteerAsync(this PagesSite site, string name)
    {
        var ct = TestContext.Current.CancellationToken;
        var person = await site.Part<PersonDirectory>().FindOrCreateByEmailAsync(Address(name), name, "da", cancellation: ct);
        var application = new VolunteerApplication
        {
            Id = "v-" + name,
            DepartmentId = "aarhus",
            PersonId = person,
            Created = site.Part<VirtualClock>().Now,
            Content = new ApplicationContent { Name = name, Email = Address(name), Language = "da", Functions = ["arrangoer"] },
            FormHash = "",
            State = ApplicationState.Approved,
        };
        await site.Part<VolunteerBook>().WelcomeAsync(application, ct);
        var links = site.Part<Husrum.Core.Links.PersonalLinks>();
        return $"{VolunteerBook.Page}?t={links.TokenFor(Husrum.Core.Links.LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(person))}";
    }
}
