using Husrum.Durable.Client;
using Husrum.Durable.TaskHub;
using Husrum.Durable.Tests.TaskHub;

namespace Husrum.Durable.Tests.Crash;

public sealed class RecoveryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_that_ends_the_program_at_every_start_is_parked_after_so_many_and_the_rest_goes_on()
    {
        CrashVfs.Use();
        var disk = new CrashDisk();
        var starts = 0;
        for (; starts < 10; starts++)
        {
            var deadly = new TaskCompletionSource();
            var hub = Open(disk, deadly);
            hub.Start();
            if (starts == 0)
                await hub.ScheduleNewOrchestrationInstanceAsync("o", "deadly", new StartOrchestrationOptions("i1"), Ct);
            await hub.ScheduleNewOrchestrationInstanceAsync("o", "harmless", new StartOrchestrationOptions($"other-{starts}"), Ct);
            (await hub.WaitForInstanceCompletionAsync($"other-{starts}", cancellation: Ct)).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
            var isParked = (await hub.GetInstanceAsync("i1", cancellation: Ct))!.ParkedReason is not null;
            var image = disk.Image(); // the power goes while the deadly activity is at work
            deadly.SetResult();
            await hub.DisposeAsync();
            disk.Forget();
            disk = CrashDisk.From(image);
            if (isParked)
                break;
        }

        starts.ShouldBe(4); // three recoveries are allowed

        var harmless = new TaskCompletionSource();
        harmless.SetResult();
        await using var mended = Open(disk, harmless);
        mended.Start();
        await mended.ResumeInstanceAsync("i1", null, Ct);
        (await mended.WaitForInstanceCompletionAsync("i1", cancellation: Ct)).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task A_clean_stop_in_the_middle_of_work_is_no_recovery()
    {
        await using var hub = TestHub.Start(
            r => r
                .AddOrchestratorFunc<object?, string>("o", (c, _) => c.CallActivityAsync<string>("slow"))
                .AddActivityFunc<object?, string>("slow", async (c, _) =>
                {
                    await Task.Delay(Timeout.Infinite, c.Cancellation);
                    return "";
                }),
            o => o with { MaxRecoveries = 1 });
        await hub.Hub.ScheduleNewOrchestrationInstanceAsync("o", null, new StartOrchestrationOptions("i1"), Ct);
        for (var i = 0; i < 4; i++)
            await hub.RestartAsync();
        (await hub.Hub.GetInstanceAsync("i1", cancellation: Ct))!.ParkedReason.ShouldBeNull();
    }

    private static SqliteTaskHub Open(CrashDisk disk, TaskCompletionSource deadly)
    {
        var registry = new DurableTaskRegistry()
            .AddOrchestratorFunc<string, object?>("o", async (c, activity) => await c.CallActivityAsync<object?>(activity))
            .AddActivityFunc<object?, object?>("harmless", (_, _) => Task.FromResult<object?>(null))
            .AddActivityFunc<object?, object?>("deadly", async (_, _) =>
            {
                await deadly.Task;
                return null;
            });
        return SqliteTaskHub.Open(new TaskHubOptions { Path = disk.Path, Vfs = CrashVfs.Name, MaxRecoveries = 3 }, registry, TestHub.NoServices.Instance);
    }
}
