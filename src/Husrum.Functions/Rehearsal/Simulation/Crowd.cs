using Husrum.Core.Calendar;
using Husrum.Core.Decisions;
using Husrum.Core.Gatherings;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.Volunteers;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Simulation;

/// <summary>
/// Everybody outside of the program, as one actor: what they do unasked, by its moment; and what they are asked, some time after they heard of it, or after the next reminder, or never.
/// A person whose click was cut off by a kill tries again five minutes later. It hears of things from what is written, one by one, so that thousands cost no more than those who act.
/// </summary>
/// <param name="chance">What is drawn.</param>
internal sealed class Crowd(Chance chance) : IStageActor
{
    private static readonly TimeSpan TriesAgain = TimeSpan.FromMinutes(5);

    private readonly PriorityQueue<Doing, (DateTimeOffset At, long Number)> _doings = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private Stage? _stage;
    private int _read;
    private long _number;

    /// <summary>Answers whose form was refused twice: a question nobody here knows how to answer. By the question's kind.</summary>
    public SortedDictionary<string, int> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Called for each new volunteer: person id, and when.</summary>
    public Action<string, DateTimeOffset> OnWelcome { get; set; } = (_, _) => { };

    /// <summary>Called for each child's year with a friend family that begins: case id, and when.</summary>
    public Action<string, DateTimeOffset> OnCourse { get; set; } = (_, _) => { };

    /// <summary>Called for each friend family that is approved: as it is, and when.</summary>
    public Action<FriendFamily, DateTimeOffset> OnFriendFamily { get; set; } = (_, _) => { };

    /// <summary>So many things were done.</summary>
    public long Done { get; private set; }

    public DateTimeOffset? NextDue => _doings.TryPeek(out _, out var next) ? next.At : null;

    /// <summary>Somebody does something at a moment.</summary>
    public void At(DateTimeOffset at, Func<Stage, CancellationToken, Task> act) => _doings.Enqueue(new Doing(at, act), (at, _number++));

    public Task LookAsync(Stage stage, CancellationToken cancellation)
    {
        if (_stage != stage)
            Meet(stage);
        foreach (var entry in stage.Chronicle.After(_read))
        {
            _read++;
            Hear(entry.Partition, entry.Row, entry.Record, stage.Now);
        }

        stage.Chronicle.Forget(_read);
        return Task.CompletedTask;
    }

    public async Task ActAsync(Stage stage, CancellationToken cancellation)
    {
        var doing = _doings.Dequeue();
        try
        {
            await doing.Act(stage, cancellation);
            Done++;
        }
        catch (TaskHubException)
        {
            At(stage.Now + TriesAgain, doing.Act);
            throw;
        }
    }

    // what was written while the program went down is heard of when it is up again
    private void Meet(Stage stage)
    {
        (_stage, _read) = (stage, 0);
        foreach (var kind in new[] { "decision", "gathering-guest", "volunteer", "hto-course", "friend-family" })
        {
            foreach (var (partition, row, _) in stage.Rows(kind))
                Hear(partition, row, kind switch
                {
                    "decision" => Row<DecisionRecord>(stage, partition, row),
                    "volunteer" => Row<Volunteer>(stage, partition, row),
                    "hto-course" => Row<FamilyCourse>(stage, partition, row),
                    "friend-family" => Row<FriendFamily>(stage, partition, row),
                    _ => Row<Guest>(stage, partition, row),
                }, stage.Now);
        }
    }

    private static object? Row<T>(Stage stage, string partition, string row)
        where T : class => stage.Register.GetAsync<T>(partition, row).GetAwaiter().GetResult()?.Value;

    private void Hear(string partition, string row, object? record, DateTimeOffset now)
    {
        switch (record)
        {
            case DecisionRecord { IsOpen: true, Asked.Count: > 0 } decision when _seen.Add($"{partition}/{decision.Id}/{decision.Level}/{decision.MomentsDone}"):
                Think(new OpenQuestion(partition, decision), now);
                break;
            case Guest guest when _seen.Add($"{partition}/{row}/{guest.Round}") && chance.Happens(0.6, "comes", partition, row):
                At(SendWindow.Next(now) + chance.Between(TimeSpan.FromHours(1), TimeSpan.FromDays(9), "answers", partition, row), (stage, cancellation) => Answering.InviteAsync(stage, partition, guest, chance, cancellation));
                break;
            case Volunteer volunteer when _seen.Add($"{partition}/{volunteer.ApplicationId}"):
                OnWelcome(partition["person:".Length..], now);
                break;
            case FamilyCourse course when _seen.Add(course.Id):
                OnCourse(course.Id, now);
                break;
            case FriendFamily { ApprovedOn: not null } family when _seen.Add(family.Id):
                OnFriendFamily(family, now);
                break;
        }
    }

    // a quarter wait for the reminder; of the rest most answer the same day, some take days, a few come late
    private void Think(OpenQuestion question, DateTimeOffset now)
    {
        string[] what = [question.Partition, question.Decision.Id, question.Decision.Level.ToString(), question.Decision.MomentsDone.ToString()];
        if (chance.Happens(0.25, ["forgets", .. what]))
            return;
        var after = chance.Of(["speed", .. what]) switch
        {
            < 0.6 => chance.Between(TimeSpan.FromMinutes(3), TimeSpan.FromHours(8), ["after", .. what]),
            < 0.9 => chance.Between(TimeSpan.FromHours(8), TimeSpan.FromDays(3), ["after", .. what]),
            _ => chance.Between(TimeSpan.FromDays(3), TimeSpan.FromDays(14), ["after", .. what]),
        };
        var at = SendWindow.Next(now) + after;
        At(at, (stage, cancellation) => AnswerAsync(stage, question, cancellation));
        if (chance.Happens(0.05, ["twice", .. what]))
            At(at + TimeSpan.FromSeconds(2), (stage, cancellation) => AnswerAsync(stage, question, cancellation));
        if (chance.Happens(0.03, ["otherwise", .. what]))
            At(at + TimeSpan.FromHours(3), (stage, cancellation) => AnswerAsync(stage, question, cancellation, otherwise: true));
    }

    private async Task AnswerAsync(Stage stage, OpenQuestion question, CancellationToken cancellation, bool otherwise = false)
    {
        if (await Answering.AnswerAsync(stage, question, chance, otherwise, cancellation) == ReplyOutcome.Refused)
            Refused[question.Kind] = Refused.GetValueOrDefault(question.Kind) + 1;
    }

    private sealed record Doing(DateTimeOffset At, Func<Stage, CancellationToken, Task> Act);
}
