using System.Diagnostics;
using Husrum.Durable.TaskHub.Sqlite;
using Microsoft.Extensions.Logging;

namespace Husrum.Durable.TaskHub;

/// <summary>
/// The hub's one thread: gathers what has come in, what is due and the episodes that follow into one transaction, commits it,
/// and only then tells anybody. Under load the transactions grow by themselves, so one sync to disk serves many steps.
/// </summary>
internal sealed class HubLoop : IDisposable
{
    // bounds of one transaction, so that no caller waits long behind others' work
    private const int MostWork = 512;
    private const int MostEpisodes = 1_024;

    // activities that do not stop when asked are left behind after this; they run again after the next start
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);

    private readonly TaskHubOptions _options;
    private readonly HubFile _file;
    private readonly HubTables _tables;
    private readonly DueTimes _due;
    private readonly HubEpisodes _episodes;
    private readonly ExecutionCache _cache;
    private readonly ActivityDispatcher _activities;
    private readonly ILogger _logger;
    private readonly HubQueue _queue = new();
    private readonly HubPulse _pulse;
    private readonly HubTurns _turns;
    private readonly SpentMemory _memory;
    private readonly HashSet<long> _ready = [];
    private readonly Thread _thread;
    private long _commits;
    private readonly Stopwatch _stopping = new();
    private int _failures;
    private volatile bool _isStopping;

    public HubLoop(TaskHubOptions options, HubFile file, DurableTaskRegistry registry, IServiceProvider services, HubTelemetry telemetry, ILoggerFactory? loggers, ILogger logger)
    {
        _options = options;
        _file = file;
        _logger = logger;
        _tables = new HubTables(file.Writer);
        _due = new DueTimes(_tables, telemetry);
        _cache = new ExecutionCache(options.MaxCachedExecutions);
        _episodes = new HubEpisodes(registry, _tables, _cache, options, telemetry, loggers, logger);
        _pulse = new HubPulse(options.Time);
        _activities = new ActivityDispatcher(registry, services, options.MaxConcurrentActivities, startsByItself: !options.TakeTurns, options.KeepFailureMessages, OnActivityEnded, telemetry, logger);
        _turns = new HubTurns(options.TakeTurns, _activities, _pulse);
        _memory = new SpentMemory(options.GiveMemoryBackAfter);
        _thread = new Thread(Run) { IsBackground = true, Name = "task hub" };
    }

    public event Action<IReadOnlyList<string>>? Ended;

    /// <summary>The loop has ended before its time.</summary>
    public event Action<Exception>? Failed;

    public ExecutionCache Cache => _cache;

    public long NextTimer => _due.Next;

    public bool IsWell => _queue.IsWell;

    public (int Activities, int Instances) QueueDepth => (_activities.Count, _ready.Count);

    public void Start() => _thread.Start();

    public void Enqueue(HubWork work)
    {
        if (_queue.Add(work))
            _pulse.Wake();
    }

    public void Signal() => _pulse.Wake();

    public Task WhenIdleAsync() => _pulse.WhenIdleAsync();

    public void Stop()
    {
        _isStopping = true;
        _pulse.Wake();
        if (_thread.IsAlive)
            _thread.Join();
    }

    public void Dispose()
    {
        _activities.Dispose();
        _pulse.Dispose();
    }

    private void OnActivityEnded(ActivityCall call, ActivityOutcome outcome)
    {
        _queue.AddOwn(new ActivityEnded(call, outcome, _activities.Ended));
        _pulse.Wake();
    }

    private void Run()
    {
        try
        {
            TakeUp();
            while (!(_isStopping && IsDrained()))
            {
                _pulse.Listen();
                if (HasWork())
                    Step();
                else
                    Rest();
            }

            _tables.SetValue("clean", "1");
        }
        catch (Exception e)
        {
            _logger.LogCritical(e, "The task hub has stopped: its loop failed. Restart the program; nothing that was accepted is lost.");
            Break(new TaskHubException("The task hub has stopped: its loop failed. See the log; restart the program.", e));
        }
    }

    // whoever waits is told, whatever the loop had in its hands
    private void Break(TaskHubException fault)
    {
        _activities.Stop();
        _queue.Break(fault);
        _turns.Break(fault);
        _pulse.Break(fault);
        Failed?.Invoke(fault);
    }

    private bool IsDrained()
    {
        if (!_activities.IsStopping)
        {
            _activities.Stop();
            _stopping.Start();
        }

        return (_activities.Running == 0 || _stopping.Elapsed > StopGrace) && _queue.IsEmpty && _turns.IsEmpty;
    }

    // what a former run of the program left unfinished
    private void TakeUp()
    {
        if (_tables.Value("clean") == "0" && _tables.CountRecoveries(_options.MaxRecoveries) is var parked and > 0)
            _logger.LogError("{Count} instances are parked: their work was unfinished at too many starts in a row. Look at them, then resume or terminate them.", parked);
        _tables.SetValue("clean", "0");
        Reload();
        foreach (var call in _tables.Tasks())
            _activities.Enqueue(call);
    }

    private void Reload()
    {
        _due.Reload();
        _ready.Clear();
        _ready.UnionWith(_tables.WithInbox());
    }

    private bool HasWork() =>
        !_queue.IsEmpty || _ready.Count > 0 || _due.Next <= _options.Time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Step()
    {
        var work = _queue.Take(MostWork);
        var step = new HubStep(_file.Writer, _tables, _cache, _options.Time.GetUtcNow(), _options.KeepFailureMessages);
        try
        {
            _file.Writer.Execute("BEGIN IMMEDIATE");
            foreach (var item in work)
                item.Run(step);
            _due.Fire(step);
            RunEpisodes(step);
            _options.BeforeCommit?.Invoke(_commits + 1);
            _file.Writer.Execute("COMMIT");
        }
        catch (SqliteException e)
        {
            GiveUp(step, e);
            return;
        }

        _commits++;
        _failures = 0;
        _options.AfterCommit?.Invoke(_commits);
        FollowUp(step, work);
    }

    private void RunEpisodes(HubStep step)
    {
        foreach (var instance in _ready)
            step.Wake(instance);
        _ready.Clear();
        for (var i = 0; i < MostEpisodes && step.HasDeliveries; i++)
        {
            var (instance, events) = step.TakeDelivered();
            _episodes.Run(step, instance, events);
        }

        step.Spill();
    }

    private void FollowUp(HubStep step, List<HubWork> work)
    {
        _ready.UnionWith(step.Later);
        _due.After(step);
        _turns.Written(work);
        foreach (var call in step.Scheduled)
            _activities.Enqueue(call);
        if (step.EndedIds.Count > 0)
            Ended?.Invoke(step.EndedIds);
    }

    // the disk said no (full, gone, an error): callers are told, the engine's own work is done again after a pause
    private void GiveUp(HubStep step, SqliteException e)
    {
        try
        {
            _file.Writer.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite rolled back by itself
        }

        foreach (var instance in step.Touched)
            _cache.Drop(instance);
        Reload();
        _queue.GiveBack(e);
        if (e.IsDamage)
            throw e;
        _failures++;
        _logger.LogError("The database could not be written ({Error}); trying again, attempt {Attempt}. Check the disk's free space and health.", e.Message, _failures);
        Thread.Sleep(Math.Min(5_000, 50 << Math.Min(_failures, 7)));
    }

    private void Rest()
    {
        if (_turns.Give())
            return;
        if (_activities.Count == 0)
            _pulse.IsIdle();
        if (_isStopping)
            _pulse.Rest(_due.Next, TimeSpan.FromMilliseconds(50));
        else if (!_pulse.Rest(_due.Next, _memory.Patience))
            _memory.GiveBack();
    }
}
