namespace Husrum.Core.Refunds;

/// <summary>Numbers of the process that an organisation may set; the defaults are the house's.</summary>
public sealed record RefundSettings
{
    /// <summary>How old an activity may be, in months (1-60).</summary>
    public int OldestActivityMonths { get; init; } = 12;

    /// <summary>Lines on a claim at most.</summary>
    public int MostLines { get; init; } = 20;

    /// <summary>Receipts on a claim at most.</summary>
    public int MostReceipts { get; init; } = 10;

    /// <summary>How long after a payment it can be taken back by the run that made it; later a new generation takes over. Days.</summary>
    public int TakeBackDays { get; init; } = 60;
}
