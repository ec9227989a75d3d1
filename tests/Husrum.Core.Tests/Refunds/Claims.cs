using Husrum.Core.Formats;
using Husrum.Core.Refunds;

namespace Husrum.Core.Tests.Refunds;

/// <summary>Claims for tests of pure rules.</summary>
internal static class Claims
{
    public static readonly DateTimeOffset Sent = new(2026, 8, 31, 8, 0, 0, TimeSpan.Zero);

    public static ExpenseClaim Of(string id, ClaimState state = ClaimState.Received, DateTimeOffset? created = null, Func<ClaimContent, ClaimContent>? content = null) => new()
    {
        Id = id,
        DepartmentId = "aarhus",
        ClaimantId = "p-claimant",
        Content = (content ?? (c => c))(new ClaimContent
        {
            Name = "Freja Frivillig",
            Email = "freja@eksempel.example",
            Language = "da",
            Purpose = "Snacks til samtalegruppen",
            ActivityDate = new DateOnly(2026, 8, 28),
            Lines = [new ClaimLine("Frugt", new Kroner(12345))],
            ReceiptIds = ["aa"],
            RegistrationNumber = "0040",
            AccountNumber = "0440116243",
        }),
        FormHash = "",
        Created = created ?? Sent,
        State = state,
        Since = created ?? Sent,
    };
}
