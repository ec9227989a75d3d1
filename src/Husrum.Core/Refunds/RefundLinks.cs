using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Register;

namespace Husrum.Core.Refunds;

/// <summary>The process's links: where they enter and how long they open something.</summary>
internal static class RefundLinks
{
    /// <summary>Where approvers decide.</summary>
    public const string DecidePage = "/afgoer";

    /// <summary>Where a claimant sees how far it is.</summary>
    public const string StatusPage = "/status";

    /// <summary>Where a claimant completes a claim.</summary>
    public const string CompletePage = "/ret";

    /// <summary>Where the treasurer pays, signed in.</summary>
    public const string PaymentsPage = "/udbetalinger";

    /// <summary>Where a leader sees open claims, signed in.</summary>
    public const string TasksPage = "/opgaver";

    /// <summary>Where an operator gives people roles, signed in.</summary>
    public const string StaffPage = "/medarbejdere";

    /// <summary>Where anybody sends a claim.</summary>
    public static string FormPage(string language) => language == "en" ? "/en/expenses" : "/udlaeg";

    /// <summary>An approver's link: reminders show it as long as nobody answers, which has no end; it closes with its question.</summary>
    public static readonly TimeSpan DecideFor = TimeSpan.FromDays(730);

    /// <summary>A claimant's link to their own page.</summary>
    public static readonly TimeSpan StatusFor = TimeSpan.FromDays(730);

    /// <summary>The id of a claim's status link.</summary>
    public static string StatusTokenId(string claimId) => Ids.Derive("status", claimId);

    /// <summary>A page with its token.</summary>
    public static string Path(PersonalLinks links, LinkPurpose purpose, string page, string tokenId) => $"{page}?t={links.TokenFor(purpose, tokenId)}";

    /// <summary>A question of a claim.</summary>
    public static DecisionRef Decision(string claimId, string question, int round) => new(Partitions.Claim(claimId), claimId, question, round);
}
