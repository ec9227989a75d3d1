using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Tests.Refunds;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>Staff's list: what, who, since when, due, late first.</summary>
public sealed class WorklistTests : IAsyncLifetime
{
    private VolunteerWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await VolunteerWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_task_is_due_at_its_first_reminder_late_from_then_on_and_says_who_has_it()
    {
        await ConfirmedAsync("Astrid Ansøger");
        await _world.House.GoToAsync("2026-09-03 08:59");
        var wait = await OnlyAsync();
        (wait.Due, wait.IsLate).ShouldBe((RefundWorld.Wall("2026-09-03 09:00"), false));
        wait.Since.ShouldBe(RefundWorld.Wall("2026-08-31 10:00"));
        wait.Asked.ShouldBe(["Karla Koordinator"]);
        await _world.House.GoToAsync("2026-09-03 09:00");
        (await OnlyAsync()).IsLate.ShouldBeTrue();
        await _world.House.GoToAsync("2026-09-10 09:00"); // passed on after eight weekdays
        (await OnlyAsync()).Asked.ShouldBe(["Didrik Stedfortræder"]);
    }

    [Fact]
    public async Task What_is_late_comes_first_then_what_has_waited_longest()
    {
        var first = await ConfirmedAsync("Astrid Ansøger");
        await _world.DoneAsync(first, "volunteer-times", "offer", ("time1", "2026-09-30T16:30"), ("place", "Frivilligcentret")); // waits for the applicant: not late
        await _world.House.GoToAsync("2026-09-01 10:00");
        await ConfirmedAsync("Bo Bagefter");
        await _world.House.GoToAsync("2026-09-04 10:00");
        await ConfirmedAsync("Cilla Sidst");
        (await ListAsync()).Select(w => (w.PersonName, w.IsLate)).ShouldBe([("Bo Bagefter", true), ("Astrid Ansøger", false), ("Cilla Sidst", false)]);
    }

    [Fact]
    public async Task What_the_applicant_is_asked_is_due_when_it_lapses_and_names_no_member_of_staff()
    {
        await _world.ApplyAsync(_world.Form());
        var wait = await OnlyAsync();
        wait.Due.ShouldBe(RefundWorld.Wall("2026-09-22 09:00")); // 21 whole days
        wait.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_certificate_is_due_on_its_own_day_not_when_we_remind_of_it()
    {
        var person = await _world.MadeVolunteerAsync("Astrid Ansøger", ["legeven"]);
        var note = new CertificateNote(CertificateKind.Children) { Outcome = CertificateOutcome.Clean, RenewBy = new DateOnly(2026, 10, 31), ConsentSettled = true };
        await _world.House.Get<RenewalStarter>().StartAsync(person, "aarhus", [note], Ct);
        await _world.House.GoToAsync("2026-10-31 23:59"); // reminded a month ago
        var wait = await OnlyAsync();
        WallTime.LocalDate(wait.Due!.Value.AddTicks(-1)).ShouldBe(new DateOnly(2026, 10, 31));
        wait.IsLate.ShouldBeFalse();
        await _world.House.GoToAsync("2026-11-01 00:00");
        (await OnlyAsync()).IsLate.ShouldBeTrue();
    }

    [Fact]
    public async Task The_applicant_is_told_what_happens_next_and_not_who_is_late()
    {
        var id = await ConfirmedAsync("Astrid Ansøger");
        await _world.House.GoToAsync("2026-09-04 10:00");
        var wait = (await _world.House.Get<CaseDesk>().StatusAsync(_world.StatusToken(id), Ct)).ShouldNotBeNull().WaitsFor.ShouldHaveSingleItem();
        wait.Asked.ShouldBeEmpty();
        wait.Next.ShouldNotBeNull().At.ShouldBe(RefundWorld.Wall("2026-09-08 09:00"));
    }

    private async Task<string> ConfirmedAsync(string name)
    {
        var id = await _world.ApplyAsync(_world.Form(name: name));
        await _world.DoneAsync(id, "volunteer-confirm", "confirm");
        return id;
    }

    private Task<IReadOnlyList<CaseWork>> ListAsync() => _world.House.Get<CaseWorklist>().ForAsync(_world.House.Coordinator, Ct);

    private async Task<WaitView> OnlyAsync() => (await ListAsync()).ShouldHaveSingleItem().WaitsFor.ShouldHaveSingleItem();
}
