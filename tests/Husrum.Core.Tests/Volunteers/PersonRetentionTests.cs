using Husrum.Core.People;
using Husrum.Core.Refunds;
using Husrum.Core.Register;

namespace Husrum.Core.Tests.Volunteers;

/// <summary>A name and an address leave the directory with the last thing that holds them.</summary>
public sealed class PersonRetentionTests : IAsyncLifetime
{
    private VolunteerWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await VolunteerWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_rejected_applicants_name_and_address_go_with_the_application()
    {
        var person = await RejectedAsync("Astrid Ansøger");
        await _world.SweepAsync("2027-02-28 12:00");
        (await FindAsync(person)).ShouldNotBeNull();
        await _world.SweepAsync("2027-03-03 12:00");
        (await FindAsync(person)).ShouldBeNull();
        (await _world.House.Get<PersonDirectory>().FindByEmailAsync("astrid@eksempel.example", Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task One_with_an_office_stays()
    {
        var person = await RejectedAsync("Astrid Ansøger");
        await _world.House.Get<StaffDirectory>().PutAsync(person, [StaffRole.Treasurer], [], cancellation: Ct);
        await _world.SweepAsync("2027-06-03 12:00");
        (await FindAsync(person)).ShouldNotBeNull();
    }

    [Fact]
    public async Task One_who_applies_again_stays()
    {
        var person = await RejectedAsync("Astrid Ansøger");
        await _world.House.GoToAsync("2027-02-20 12:00");
        var again = await _world.ApplyAsync(_world.Form());
        (await _world.ApplicationAsync(again)).PersonId.ShouldBe(person);
        await _world.SweepAsync("2027-03-10 12:00");
        (await FindAsync(person)).ShouldNotBeNull();
        await _world.SweepAsync("2027-12-31 12:00"); // the second lapsed too
        (await FindAsync(person)).ShouldBeNull();
    }

    [Fact]
    public async Task A_claim_under_way_holds_its_claimant_and_a_paid_one_keeps_what_it_needs_itself()
    {
        var claim = await _world.House.SendAsync(_world.House.Form());
        var claimant = (await _world.House.Register.GetAsync<ExpenseClaim>(Partitions.Claim(claim), ExpenseClaim.Row, Ct)).ShouldNotBeNull().Value.ClaimantId;
        var name = (await FindAsync(claimant)).ShouldNotBeNull().Value.Name;
        await RejectedAsync(name);
        await _world.SweepAsync("2027-04-15 12:00");
        (await FindAsync(claimant)).ShouldNotBeNull();
        await _world.House.WithdrawAsync(claim);
        await _world.SweepAsync("2027-06-15 12:00");
        (await FindAsync(claimant)).ShouldBeNull();
    }

    private async Task<string> RejectedAsync(string name)
    {
        var id = await _world.ApplyAsync(_world.Form(name: name));
        await _world.DoneAsync(id, "volunteer-confirm", "confirm");
        await _world.DoneAsync(id, "volunteer-times", "reject");
        return (await _world.ApplicationAsync(id)).PersonId;
    }

    private Task<Stored<Person>?> FindAsync(string personId) => _world.House.Get<PersonDirectory>().GetAsync(personId, Ct);
}
