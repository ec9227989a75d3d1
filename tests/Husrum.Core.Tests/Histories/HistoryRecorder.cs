using Husrum.Durable.Protocol;
using Husrum.Durable.TaskHub;

namespace Husrum.Core.Tests.Histories;

/// <summary>Listens to a hub and keeps what one instance does.</summary>
/// <param name="home">As which home the hub runs: with its timers. Names of activities are those of the code; the Azure home translates them on its way out and in.</param>
internal sealed class HistoryRecorder(string home)
{
    private readonly List<RecordedEpisode> _episodes = [];

    /// <summary>Options of the program, where words of exceptions are not kept.</summary>
    public TaskHubOptions Listen(TaskHubOptions options) => options with { KeepFailureMessages = false, Recorder = Add, MaximumTimerInterval = RecordedHistory.TimerLeg(home) };

    public RecordedHistory Take(string course, string instanceId)
    {
        lock (_episodes)
        {
            var own = _episodes.Where(episode => episode.InstanceId == instanceId).ToList();
            return new RecordedHistory(
                own[0].Orchestrator,
                course,
                instanceId,
                home,
                [.. own.GroupBy(episode => episode.Generation).OrderBy(generation => generation.Key).Select(generation => (IReadOnlyList<HistoryEvent>)[.. generation.SelectMany(episode => episode.Events)])]);
        }
    }

    private void Add(RecordedEpisode episode)
    {
        var events = episode.Events.Select(e => e.Clone()).ToList();
        foreach (var failed in events.Where(e => e.TaskFailed is not null))
        {
            // names the folders of the machine, and no code of ours reads it
            for (var failure = failed.TaskFailed.FailureDetails; failure is not null; failure = failure.InnerFailure)
                failure.StackTrace = null;
        }

        lock (_episodes)
            _episodes.Add(episode with { Events = events });
    }
}
