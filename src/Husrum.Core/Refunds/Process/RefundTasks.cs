using Husrum.Core.Decisions;
using Husrum.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Core.Refunds.Process;

/// <summary>The process's orchestrators and activities, by name.</summary>
public static class RefundTasks
{
    internal const string ReadStage = "Refund.ReadStage";
    internal const string Welcome = "Refund.Welcome";
    internal const string Apply = "Refund.Apply";
    internal const string RemindTreasurer = "Refund.RemindTreasurer";
    internal const string RememberAccount = "Refund.RememberAccount";
    internal const string Close = "Refund.Close";

    /// <summary>Each activity is tried for about a day: what stands in its way is the store, and that comes back or is for a person to see.</summary>
    internal static readonly TaskOptions Options = DecisionTasks.Options;

    /// <summary>Adds the process to a registry. The decision primitive is added by <see cref="DecisionTasks.AddDecisions(DurableTaskRegistry)"/>.</summary>
    public static DurableTaskRegistry AddRefunds(this DurableTaskRegistry registry) => registry
        .AddOrchestrator(RefundClaim_1.Name, () => new RefundClaim_1())
        .AddActivity(ReadStage, services => services.GetRequiredService<ReadStageActivity>())
        .AddActivity(Welcome, services => services.GetRequiredService<WelcomeActivity>())
        .AddActivity(Apply, services => services.GetRequiredService<ApplyAnswerActivity>())
        .AddActivity(RemindTreasurer, services => services.GetRequiredService<RemindTreasurerActivity>())
        .AddActivity(RememberAccount, services => services.GetRequiredService<RememberAccountActivity>())
        .AddActivity(Close, services => services.GetRequiredService<CloseActivity>());
}
