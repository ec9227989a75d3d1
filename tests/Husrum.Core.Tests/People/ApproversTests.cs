using Husrum.Core.People;
using Husrum.Core.Register;
using Husrum.Testing;

namespace Husrum.Core.Tests.People;

public sealed class ApproversTests
{
    private static readonly DateOnly Today = new(2026, 8, 31);
    private readonly StaffDirectory _staff = new(new InMemoryRegister(), new Ids(new SeededRandom()));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Coordinators_come_before_deputies_before_the_national_leader()
    {
        await PutAsync("p-leader", StaffRole.Leader);
        await PutAsync("p-deputy", StaffRole.Deputy, "aarhus", "horsens");
        await PutAsync("p-coordinator", StaffRole.Coordinator, "aarhus");
        await PutAsync("p-elsewhere", StaffRole.Coordinator, "esbjerg");
        await PutAsync("p-treasurer", StaffRole.Treasurer, "aarhus");
        await PutAsync("p-operator", StaffRole.Operator, "aarhus");
        (await OrderAsync("aarhus")).ShouldBe(["p-coordinator", "p-deputy", "p-leader"]);
        (await OrderAsync("horsens")).ShouldBe(["p-deputy", "p-leader"]);
        (await OrderAsync("viborg")).ShouldBe(["p-leader"]);
    }

    [Fact]
    public async Task Claimant_and_payee_are_left_out()
    {
        await PutAsync("p-1", StaffRole.Coordinator, "aarhus");
        await PutAsync("p-2", StaffRole.Coordinator, "aarhus");
        (await OrderAsync("aarhus", "p-1")).ShouldBe(["p-2"]);
        (await OrderAsync("aarhus", "p-1", "p-2")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_away_comes_last_in_their_step_and_is_back_the_day_after()
    {
        await _staff.PutAsync("p-1", [StaffRole.Coordinator], ["aarhus"], new Away(Today.AddDays(-7), Today), Cancellation);
        await PutAsync("p-2", StaffRole.Coordinator, "aarhus");
        await PutAsync("p-3", StaffRole.Leader);
        (await OrderAsync("aarhus")).ShouldBe(["p-2", "p-1", "p-3"]);
        (await new Approvers(_staff).ForAsync("aarhus", Today.AddDays(1), [], Cancellation)).Coordinators.ShouldAllBe(a => !a.Away);
    }

    [Fact]
    public async Task One_with_two_offices_is_asked_once()
    {
        await _staff.PutAsync("p-1", [StaffRole.Leader, StaffRole.Coordinator, StaffRole.Deputy], ["aarhus"], cancellation: Cancellation);
        (await OrderAsync("aarhus")).ShouldBe(["p-1"]);
        (await OrderAsync("horsens")).ShouldBe(["p-1"]);
    }

    [Fact]
    public async Task Who_has_left_is_not_asked()
    {
        await PutAsync("p-1", StaffRole.Coordinator, "aarhus");
        await _staff.RemoveAsync("p-1", Cancellation);
        (await OrderAsync("aarhus")).ShouldBeEmpty();
    }

    [Fact]
    public async Task New_rights_keep_the_session_and_signing_out_everywhere_ends_it()
    {
        await PutAsync("p-1", StaffRole.Coordinator, "aarhus");
        var stamp = (await _staff.GetAsync("p-1", Cancellation))!.Value.SecurityStamp;
        await PutAsync("p-1", StaffRole.Treasurer);
        (await _staff.GetAsync("p-1", Cancellation))!.Value.SecurityStamp.ShouldBe(stamp);
        await _staff.SignOutEverywhereAsync("p-1", Cancellation);
        var after = (await _staff.GetAsync("p-1", Cancellation))!.Value;
        after.SecurityStamp.ShouldNotBe(stamp);
        after.Roles.ShouldBe([StaffRole.Treasurer]);
    }

    [Theory]
    [InlineData(StaffRole.Coordinator, "aarhus", true)]
    [InlineData(StaffRole.Coordinator, "horsens", false)]
    [InlineData(StaffRole.Deputy, "aarhus", true)]
    [InlineData(StaffRole.Deputy, "horsens", false)]
    [InlineData(StaffRole.Leader, "horsens", true)]
    [InlineData(StaffRole.Treasurer, "horsens", true)]
    [InlineData(StaffRole.Operator, "aarhus", false)]
    public void Who_may_see_a_departments_cases(StaffRole role, string department, bool may) =>
        new SignedInStaff("p-1", "Mette Vang", [role], ["aarhus"]).MaySee(department).ShouldBe(may);

    private Task PutAsync(string personId, StaffRole role, params string[] departments) => _staff.PutAsync(personId, [role], departments, cancellation: Cancellation);

    private async Task<IEnumerable<string>> OrderAsync(string department, params string[] excluding) =>
        (await new Approvers(_staff).ForAsync(department, Today, excluding, Cancellation)).InOrder.Select(a => a.PersonId);
}
