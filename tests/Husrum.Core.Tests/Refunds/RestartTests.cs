using Husrum.Core.Refunds;

namespace Husrum.Core.Tests.Refunds;

public sealed class RestartTests
{
    [Fact]
    public async Task The_program_restarts_after_every_step_and_the_course_is_the_same()
    {
        var straight = await CourseAsync(restarts: false);
        (await CourseAsync(restarts: true)).ShouldBe(straight);
    }

    private static async Task<IReadOnlyList<string>> CourseAsync(bool restarts)
    {
        await using var world = await RefundWorld.StartAsync("2026-08-31 10:00");
        var id = await world.SendAsync(world.Form("2500"));
        await StepAsync(() => world.GoToAsync("2026-09-04 12:00"));
        await StepAsync(() => world.DecideAsync(id, "refund-approve-1", world.Coordinator, "return", "Mere tekst"));
        await StepAsync(() => world.GoToAsync("2026-09-10 12:00"));
        await StepAsync(() => world.CompleteAsync(id, 1, f => f));
        await StepAsync(() => world.GoToAsync("2026-09-30 12:00"));
        await StepAsync(() => world.DecideAsync(id, "refund-approve-2", world.Deputy, "approve"));
        await StepAsync(() => world.GoToAsync("2026-10-03 12:00"));
        await StepAsync(() => world.DecideAsync(id, "refund-second-2", world.Coordinator, "approve"));
        await StepAsync(() => world.GoToAsync("2026-10-12 12:00"));
        var list = "";
        await StepAsync(async () => list = await world.ListAsync());
        await StepAsync(() => world.PayAsync(list));
        await StepAsync(() => world.TakeBackAsync(id));
        await StepAsync(async () => list = await world.ListAsync());
        await StepAsync(() => world.PayAsync(list));
        await StepAsync(() => world.GoToAsync("2027-01-15 12:00"));
        (await world.Hub.GetInstanceAsync(id + "-g1", cancellation: RefundWorld.Ct))!.IsCompleted.ShouldBeTrue();
        await world.ShouldBeAsync(id, ClaimState.Paid);
        return [.. await world.MailsAsync(id), .. await world.TimelineAsync(id)];

        async Task StepAsync(Func<Task> step)
        {
            await step();
            if (restarts)
                await world.RestartAsync();
        }
    }
}
