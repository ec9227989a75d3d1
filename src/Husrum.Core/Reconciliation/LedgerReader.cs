using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.Reconciliation;

/// <summary>Reads a case's rows. Writes nothing, and looks into nothing but the register.</summary>
internal sealed class LedgerReader(IRegister register, PersonDirectory people, TimeProvider time)
{
    private const string Decisions = "decision:";

    /// <summary>The rows of a partition at this moment.</summary>
    public async Task<CaseLedger> ReadAsync(string partition, string caseId, string process, string departmentId, IEnumerable<string> concerned, CancellationToken cancellation)
    {
        var unreachable = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in concerned.Distinct(StringComparer.Ordinal))
        {
            if (!RegisterKey.IsKey(person) || await people.ReachAsync(person, cancellation) is not { Email: not null })
                unreachable.Add(person);
        }

        return new CaseLedger(caseId, process, departmentId, time.GetUtcNow())
        {
            Notices = await AllAsync<Notice>(partition, Outbox.RowPrefix, cancellation),
            Decisions = [.. (await AllAsync<DecisionRecord>(partition, Decisions, cancellation)).Select(row => row.Value)],
            Timeline = [.. (await AllAsync<TimelineLine>(partition, TimelineLine.Prefix, cancellation)).Select(row => row.Value)],
            Unreachable = unreachable,
        };
    }

    private async Task<IReadOnlyList<Stored<T>>> AllAsync<T>(string partition, string prefix, CancellationToken cancellation)
        where T : class
    {
        var rows = new List<Stored<T>>();
        await foreach (var row in register.QueryAsync<T>(partition, prefix, cancellation: cancellation))
            rows.Add(row);
        return rows;
    }
}
