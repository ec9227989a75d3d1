using Husrum.Durable.Tests.TaskHub;

namespace Husrum.Durable.Tests.Crash;

/// <summary>The plans of the crash tests: an entry of the list alone, or some of them at once in an order that is drawn.</summary>
internal static class CrashPlans
{
    public static readonly string[] Entries = ["step", "timer", "event", "sub-orchestration", "continue-as-new", "purge"];

    public static Outside Beginning() => new() { Now = TestClock.Start };

    public static CrashPlan Of(string entry) => CrashPlan.Of(Course(entry, entry));

    /// <summary>One to four courses in one hub, their acts mixed, each course's own in their order; what waits for the end comes last.</summary>
    public static CrashPlan Draw(Random random, string synchronous = "FULL")
    {
        var courses = Enumerable.Range(0, random.Next(1, 5)).Select(i => Course(Entries[random.Next(Entries.Length)], $"c{i}")).ToList();
        var waiting = courses.Select(c => new Queue<CrashAct>(c.Acts)).ToList();
        var acts = new List<CrashAct>();
        while (waiting.Any(w => w.Count > 0))
        {
            var next = waiting[random.Next(waiting.Count)];
            if (next.Count > 0)
                acts.Add(next.Dequeue());
        }

        return new CrashPlan(courses, [.. acts.OrderBy(a => a.IsLate)])
        {
            Synchronous = synchronous,
            Cached = random.Next(3) switch { 0 => 0, 1 => 2, _ => 1_000 },
            CheckpointAfter = random.Next(3) switch { 0 => 5, 1 => 30, _ => 1_000 },
        };
    }

    private static CrashCourse Course(string entry, string id) => entry switch
    {
        "step" => new StepCourse(id),
        "timer" => new TimerCourse(id),
        "event" => new EventCourse(id),
        "sub-orchestration" => new ChildCourse(id),
        "continue-as-new" => new GenerationCourse(id),
        "purge" => new PurgeCourse(id),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "no such entry"),
    };
}
