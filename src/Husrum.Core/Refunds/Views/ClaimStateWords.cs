using Husrum.Core.Language;

namespace Husrum.Core.Refunds.Views;

/// <summary>Where a claim stands, in words for its claimant.</summary>
public static class ClaimStateWords
{
    /// <summary>In a line.</summary>
    public static Bilingual StandsAt(ClaimState state) => state switch
    {
        ClaimState.Received => new("Modtaget", "Received"),
        ClaimState.AwaitingApproval => new("Sendt til godkendelse", "Sent for approval"),
        ClaimState.AwaitingSecondApproval => new("Godkendt af den første", "Approved by the first person"),
        ClaimState.Returned => new("Sendt tilbage til dig", "Sent back to you"),
        ClaimState.Approved => new("Godkendt", "Approved"),
        ClaimState.OnPaymentList => new("Godkendt og på betalingsliste", "Approved and on a payment list"),
        ClaimState.Paid => new("Betalt", "Paid"),
        ClaimState.Rejected => new("Afvist", "Turned down"),
        ClaimState.Withdrawn => new("Trukket tilbage", "Withdrawn"),
        ClaimState.Lapsed => new("Lukket, men du kan sende et nyt", "Closed, but you can send a new one"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What it waits for; null where nothing more will happen.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="department">The department's name.</param>
    public static Bilingual? WaitsFor(ClaimState state, string department) => state switch
    {
        ClaimState.Received => new($"Vi er ved at sende det til godkendelse i {department}.", $"We are sending it for approval in {department}."),
        ClaimState.AwaitingApproval => new($"Det venter på et svar fra {department}.", $"It is waiting for an answer from {department}."),
        ClaimState.AwaitingSecondApproval => new("Beløbet skal godkendes af to. Det venter på den anden.", "The amount needs two approvals. It is waiting for the second."),
        ClaimState.Returned => new("Det venter på dig: der mangler noget.", "It is waiting for you: something is missing."),
        ClaimState.Approved => new("Det venter på, at kassereren betaler.", "It is waiting for the treasurer to pay."),
        ClaimState.OnPaymentList => new("Det venter på, at betalingen bliver sendt.", "It is waiting for the payment to be sent."),
        _ => null,
    };
}
