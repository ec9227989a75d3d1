namespace Husrum.Durable.Tests.Execution;

/// <summary>A made-up orchestrator: steps in a row, side by side, or racing, drawn from a seed.</summary>
internal abstract record Step
{
    public static Step Script(Random random, int depth) => new Row([.. Enumerable.Range(0, random.Next(3, 8)).Select(_ => Draw(random, depth))]);

    private static Step Draw(Random random, int depth)
    {
        var kind = random.Next(depth == 0 ? 8 : 12);
        return kind switch
        {
            0 or 1 => new Call("A" + random.Next(3), HasRetry: random.Next(4) == 0),
            2 => new Child(),
            3 => new Sleep(random.Next(1, 100)),
            4 => new Await("e" + random.Next(2)),
            5 => new AwaitFor("E" + random.Next(2), random.Next(1, 100)),
            6 => new Say(random.Next(100)),
            7 => new Tell(),
            8 => new All(Several(random, depth)),
            9 => new Any(Several(random, depth), CancelsLosers: random.Next(3) > 0),
            _ => new Row(Several(random, depth)),
        };
    }

    /// <summary>Runs the step and says what it saw.</summary>
    public abstract Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation);

    private static Step[] Several(Random random, int depth) => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Draw(random, depth - 1))];

    private static async Task<string> Seen<T>(string what, Task<T> task)
    {
        try
        {
            return $"{what}={await task}";
        }
        catch (Exception e) when (e is TaskFailedException or TaskCanceledException)
        {
            return $"{what}!{e.GetType().Name}";
        }
    }

    private sealed record Call(string Activity, bool HasRetry) : Step
    {
        private static readonly TaskOptions Twice = TaskOptions.FromRetryPolicy(new RetryPolicy(2, TimeSpan.FromSeconds(3)));

        public override Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation) =>
            Seen(Activity, context.CallActivityAsync<int>(Activity, context.NewGuid(), HasRetry ? Twice : null));
    }

    private sealed record Child : Step
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation) => Seen("child", context.CallSubOrchestratorAsync<int>("Child"));
    }

    private sealed record Sleep(int Seconds) : Step
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation)
        {
            return Seen("slept", Slept());

            async Task<int> Slept()
            {
                await context.CreateTimer(TimeSpan.FromSeconds(Seconds), cancellation);
                return Seconds;
            }
        }
    }

    private sealed record Await(string Event) : Step
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation) => Seen(Event, context.WaitForExternalEvent<int>(Event, cancellation));
    }

    private sealed record AwaitFor(string Event, int Seconds) : Step
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation) =>
            Seen(Event, context.WaitForExternalEvent<int>(Event, TimeSpan.FromSeconds(Seconds), cancellation));
    }

    private sealed record Say(int Number) : Step
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation)
        {
            context.SetCustomStatus(Number);
            return Task.FromResult("said");
        }
    }

    private sealed record Tell : Step
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation)
        {
            context.SendEvent("other", "told", context.NewGuid());
            return Task.FromResult("told");
        }
    }

    private sealed record Row(Step[] Steps) : Step
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation)
        {
            var seen = new List<string>();
            foreach (var step in Steps)
                seen.Add(await step.RunAsync(context, cancellation));
            return $"({string.Join("; ", seen)})";
        }

        public override string ToString() => $"Row({string.Join("; ", (object[])Steps)})";
    }

    private sealed record All(Step[] Steps) : Step
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation) =>
            $"({string.Join(" & ", await Task.WhenAll(Steps.Select(step => step.RunAsync(context, cancellation))))})";

        public override string ToString() => $"All({string.Join("; ", (object[])Steps)})";
    }

    private sealed record Any(Step[] Steps, bool CancelsLosers) : Step
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, CancellationToken cancellation)
        {
            using var losers = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var winner = await Task.WhenAny(Steps.Select(step => step.RunAsync(context, losers.Token)));
            if (CancelsLosers)
                losers.Cancel();
            return $"first {await winner}";
        }

        public override string ToString() => $"Any{(CancelsLosers ? "" : " abandoning")}({string.Join("; ", (object[])Steps)})";
    }
}
