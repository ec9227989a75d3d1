using Husrum.Core.Decisions;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.People;

/// <summary>What people have been asked and not answered, kept up by what is written; at a stage that was opened again it begins with what stands there.</summary>
internal sealed class OpenQuestions
{
    private readonly SortedDictionary<(string Partition, string Row), OpenQuestion> _open = new(Comparer<(string Partition, string Row)>.Create(Compare));
    private Stage? _stage;
    private int _read;

    /// <summary>All, in the order of their keys. A question of a case that has closed, or that is asked anew, can be among them: nobody answered it, and an answer does nothing any more.</summary>
    public IReadOnlyCollection<OpenQuestion> All => _open.Values;

    /// <summary>Takes in what was written since the last time.</summary>
    public void Read(Stage stage)
    {
        if (_stage != stage)
        {
            (_stage, _read) = (stage, 0);
            _open.Clear();
            foreach (var (partition, row, _) in stage.Rows("decision").Where(r => r.Body["answer"] is null))
                Take(partition, row, stage.Register.GetAsync<DecisionRecord>(partition, row).GetAwaiter().GetResult()?.Value);
        }

        foreach (var entry in stage.Chronicle.After(_read))
        {
            _read++;
            if (entry.Row.StartsWith("decision:", StringComparison.Ordinal))
                Take(entry.Partition, entry.Row, entry.Record as DecisionRecord);
        }
    }

    private void Take(string partition, string row, DecisionRecord? decision)
    {
        if (decision is { IsOpen: true })
            _open[(partition, row)] = new OpenQuestion(partition, decision);
        else
            _open.Remove((partition, row));
    }

    private static int Compare((string Partition, string Row) a, (string Partition, string Row) b) =>
        string.CompareOrdinal(a.Partition, b.Partition) is var first and not 0 ? first : string.CompareOrdinal(a.Row, b.Row);
}
