using Husrum.Core.Cases;
using Husrum.Core.Register;
using Husrum.Core.Rounds;
using Husrum.Durable.Client;

namespace Husrum.Core.Volunteers.Renewal;

/// <summary>
/// Wakes the renewals under way, once: one that fell asleep before the program told of overdue certificates would sleep past that day, until somebody answers.
/// Being woken, it looks at its record and sets its timers anew; nothing is repeated.
/// </summary>
internal sealed class RenewalsAwake(IRegister register, CaseBook<CertificateRenewal> renewals, DurableTaskClient client) : Round
{
    private const string Word = "woken";

    /// <inheritdoc />
    public override async Task<DateTimeOffset?> RunAsync(bool first, CancellationToken cancellation)
    {
        if (!first)
            return null;
        await foreach (var place in register.QueryAsync<CasePlace>(CaseIndexes.Open, cancellation: cancellation))
        {
            if (place.Value.Process == renewals.Name && await renewals.GetAsync(place.Value.CaseId, cancellation) is { Value: { IsClosed: false } renewal })
                await client.RaiseEventAsync(renewal.InstanceId, CaseChanged.EventName, new CaseChanged(Word), cancellation);
        }

        return null;
    }
}
