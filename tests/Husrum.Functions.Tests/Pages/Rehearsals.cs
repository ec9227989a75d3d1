using Husrum.Core.Register;
using Husrum.Functions.Clock;
using Husrum.Functions.Messages;
using Husrum.Functions.Pages.Mailbox;
using Husrum.Functions.SignIn;
using Husrum.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Functions.Tests.Pages;

/// <summary>What tests do often in the rehearsal.</summary>
internal static class Rehearsals
{
    /// <summary>Lets all happen that is due now.</summary>
    public static Task SettleAsync(this PagesSite site) => site.Part<VirtualClock>().AdvanceToAsync(site.Part<VirtualClock>().Now);

    /// <summary>Somebody's claim, sent with a photo and a PDF, and with its approvers.</summary>
    public static async Task<SentClaim> SendClaimAsync(this DemoSite site, string name, string department = "aarhus")
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var sent = await form.PressAsync(("action", "send"), Claims.Typed(name, department), [("bon.jpg", JpegFile.Photo()), ("bon.pdf", Claims.PdfOf(name))]);
        await site.SettleAsync();
        return new SentClaim(Ids.Claim(form.Value("submissionId")), sent.Location ?? throw new InvalidOperationException("Not sent: " + sent.Text));
    }

    /// <summary>The last link to a page in the messages to somebody about a claim.</summary>
    public static async Task<string> LinkAsync(this DemoSite site, SentClaim claim, string path, string to)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var entries = await new MailboxEntries(site.Part<NoticeList>(), site.Part<IMessageRenderer>()).AllAsync(masked: false, TestContext.Current.CancellationToken);
        var link = entries.OrderBy(entry => entry.Due).ThenBy(entry => entry.Key, StringComparer.Ordinal).Where(entry => entry.Key.StartsWith(claim.Id, StringComparison.Ordinal) && entry.To.StartsWith(to, StringComparison.Ordinal)).SelectMany(entry => entry.Links).Last(link => link.Contains(path + "?t=", StringComparison.Ordinal));
        return new Uri(link).PathAndQuery;
    }

    /// <summary>A staff member, signed in.</summary>
    public static async Task<Guest> StaffAsync(this PagesSite site, string email)
    {
        var token = await site.Part<SignInLinks>().IssueAsync(email, TestContext.Current.CancellationToken);
        var guest = site.Guest();
        var entry = await guest.GetAsync($"{SignInLinks.Path}?t={token}");
        (await entry.PressAsync(("", ""))).Status.ShouldBe(System.Net.HttpStatusCode.SeeOther);
        return guest;
    }
}

/// <summary>A claim that was sent.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StatusPath">Its claimant's page, with the token.</param>
internal sealed record SentClaim(string Id, string StatusPath);
