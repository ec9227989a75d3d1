using Husrum.Core.Calendar;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.People;

/// <summary>
/// The people of a rehearsal: they answer by a <see cref="Script"/>, one after the other and a minute apart, so that what came first can be seen, and never before the message
/// that asks them can have reached them. Besides they do what was planned for a moment, such as taking a consent back.
/// </summary>
/// <param name="script">Who answers what.</param>
/// <param name="doings">What is done unasked, by its moment (UTC).</param>
internal sealed class Cast(Script script, params IEnumerable<Doing> doings) : IStageActor
{
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    private readonly OpenQuestions _questions = new();
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Turn, (DateTimeOffset At, int Number)> _turns = new(doings.Select((doing, i) => (new Turn(null, null, doing), (doing.At, i - 1_000))));
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private int _number;

    /// <summary>Answers whose form was refused: a script that does not know its process. Empty in a sound rehearsal.</summary>
    public List<string> Refused { get; } = [];

    public DateTimeOffset? NextDue => _turns.TryPeek(out _, out var turn) ? turn.At : null;

    public Task LookAsync(Stage stage, CancellationToken cancellation)
    {
        _questions.Read(stage);
        foreach (var question in _questions.All.Where(q => q.Decision.Asked.Count > 0 && script.Of(q) is not null))
        {
            // asked again of somebody else, it is looked at again
            var mark = $"{question.Partition}/{question.Decision.Id}/{question.Decision.Level}";
            if (!_seen.TryAdd(mark, stage.Now))
                continue;
            var line = script.Of(question)!;
            var at = SendWindow.Next(stage.Now) + line.After;
            if (at < _latest + Apart && at > _latest - Apart)
                at = _latest + Apart;
            _latest = at > _latest ? at : _latest;
            _turns.Enqueue(new Turn(question, line, null), (at, _number++));
        }

        return Task.CompletedTask;
    }

    public async Task ActAsync(Stage stage, CancellationToken cancellation)
    {
        var turn = _turns.Dequeue();
        if (turn.Doing is { } doing)
        {
            await doing.Act(stage, cancellation);
            return;
        }

        var (question, hands) = (turn.Question!, new Hands(stage));
        var person = question.People.First();
        var page = await hands.LookAsync(question, person, cancellation);
        if (page is null && !question.Partition.StartsWith("claim:", StringComparison.Ordinal))
            return; // not asked any more
        if (turn.Line!.Reply(new Situation(question, person, page, WallTime.LocalDate(stage.Now), stage.Register)) is not { } reply)
            return;
        if (await hands.AnswerAsync(question, person, reply, cancellation) == ReplyOutcome.Refused)
            Refused.Add($"{question.Decision.Question}: {reply.Word}");
    }

    private sealed record Turn(OpenQuestion? Question, Script.Line? Line, Doing? Doing);
}

/// <summary>Something somebody does unasked.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Act">What; through a desk.</param>
internal sealed record Doing(DateTimeOffset At, Func<Stage, CancellationToken, Task> Act);
