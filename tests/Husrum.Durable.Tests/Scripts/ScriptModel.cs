using Husrum.Durable.Client;

namespace Husrum.Durable.Tests.Scripts;

/// <summary>
/// What must come of a script, told without hub, history or replay: one pointer into the steps, a mailbox, a clock. It shares nothing with the engine but the steps.
/// </summary>
internal sealed class ScriptModel(IReadOnlyList<ScriptStep> steps, int hour, int startsAt)
{
    private readonly Dictionary<string, Queue<string>> _mail = new() { ["x"] = new(), ["y"] = new() };
    private readonly Queue<(string? Event, string Value, int Timer)> _held = new();
    private bool _hasBegun;
    private bool _isSuspended;
    private bool _isTerminated;
    private int _at;
    private int _timer;

    /// <summary>The next hour at which something happens by itself; null where nothing will.</summary>
    public int? Due { get; private set; } = startsAt > hour ? startsAt : null;

    public string Trail { get; private set; } = "";

    public bool HasBegun => _hasBegun;

    public bool HasEnded => _isTerminated || (_hasBegun && _at == steps.Count);

    public OrchestrationRuntimeStatus Status => _isTerminated ? OrchestrationRuntimeStatus.Terminated
        : !_hasBegun ? OrchestrationRuntimeStatus.Pending
        : HasEnded ? OrchestrationRuntimeStatus.Completed
        : _isSuspended ? OrchestrationRuntimeStatus.Suspended
        : OrchestrationRuntimeStatus.Running;

    public void Begin(int now)
    {
        Due = null;
        _hasBegun = true;
        Run(now);
    }

    public void Raise(string name, string value, int now)
    {
        if (HasEnded)
            return;
        if (_isSuspended)
            _held.Enqueue((name, value, 0));
        else
            Take(name, value, now);
    }

    /// <summary>The clock has come to <see cref="Due"/>.</summary>
    public void Fire(int now)
    {
        if (!_hasBegun)
        {
            Begin(now);
            return;
        }

        Due = null;
        if (_isSuspended)
            _held.Enqueue((null, "", _timer));
        else
            Elapse(_timer, now);
    }

    public void Suspend()
    {
        if (!HasEnded)
            _isSuspended = true;
    }

    public void Resume(int now)
    {
        if (HasEnded)
            return;
        _isSuspended = false;
        while (_held.TryDequeue(out var held))
        {
            if (held.Event is { } name)
                Take(name, held.Value, now);
            else
                Elapse(held.Timer, now);
        }
    }

    public void Terminate()
    {
        if (HasEnded)
            return;
        _isTerminated = true;
        Due = null;
    }

    private bool Waits(string name) => _hasBegun && !HasEnded && steps[_at] is { Kind: StepKind.Wait or StepKind.WaitFor or StepKind.Race } step && step.Event == name;

    private void Take(string name, string value, int now)
    {
        if (Waits(name))
            Next(value, now);
        else
            _mail[name].Enqueue(value);
    }

    private void Elapse(int timer, int now)
    {
        if (timer != _timer || HasEnded)
            return; // given up meanwhile
        Next(
            steps[_at].Kind switch
            {
                StepKind.Sleep => "slept",
                StepKind.Child => "be",
                StepKind.FailingChild => "failed",
                StepKind.Fan => "fg",
                _ => "late",
            },
            now);
    }

    private void Next(string text, int now)
    {
        Trail += $"{text}@{now} ";
        _timer++;
        Due = null;
        _at++;
        Run(now);
    }

    private void Run(int now)
    {
        while (_at < steps.Count)
        {
            var step = steps[_at];
            if (step.Kind == StepKind.Again)
                Trail += "|";
            else if (step.Kind == StepKind.Do)
                Trail += $"a@{now} ";
            else if (step.Event.Length > 0 && _mail[step.Event].TryDequeue(out var value))
                Trail += $"{value}@{now} ";
            else
            {
                Due = step.Hours > 0 ? now + step.Hours : null;
                return;
            }

            _at++;
        }
    }
}
