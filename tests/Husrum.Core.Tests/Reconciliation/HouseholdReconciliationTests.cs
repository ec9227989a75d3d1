using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.Register;
using Husrum.Core.Tests.HjemTilOs;

namespace Husrum.Core.Tests.Reconciliation;

/// <summary>What a friend family's household owes later on, by birthdays and by the dates of certificates; where nobody was told or asked, it is found.</summary>
public sealed class HouseholdReconciliationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2013-11-20", "2026-11-20 12:00", "family-owes")]
    [InlineData("2011-11-20", "2026-11-20 12:00", "family-owes-staff")]
    [InlineData("2009-01-02", "2027-01-02 12:00", "family-owes")]
    [InlineData("2012-02-29", "2027-03-01 12:00", "family-owes")]
    public async Task A_child_of_the_household_has_a_birthday_that_matters(string born, string until, string template)
    {
        await using var world = await FamilyWorld.StartAsync();
        await world.ApprovedAsync(world.Form(FamilyWorld.Frida, FamilyWorld.Viggo, FamilyWorld.Asta with { BirthDate = born }));
        await world.House.GoToAsync(until);
        await world.House.LosesAsync(FriendFamilyProcess.Prefix, template, "family-birthday");
    }

    [Fact]
    public async Task A_certificate_runs_out_before_there_is_a_new_one()
    {
        await using var world = await FamilyWorld.StartAsync();
        await world.ApprovedAsync();
        await world.House.GoToAsync("2028-09-04 12:00");
        await world.House.LosesAsync(FriendFamilyProcess.Prefix, "family-run-out", "family-certificate-overdue");
    }

    [Fact]
    public async Task Nobody_was_asked_to_order_a_certificate_anew()
    {
        await using var world = await FamilyWorld.StartAsync();
        var id = await world.ApprovedAsync();
        await world.House.GoToAsync("2028-06-01 12:00");
        (await world.House.BalanceAsync()).ShouldBeEmpty();

        // as if the first day of July had always stood there, and the first of May had passed without a word
        var stored = (await world.House.Get<CaseBook<FriendFamily>>().GetAsync(id, Ct)).ShouldNotBeNull();
        var member = stored.Value.Contact;
        CertificateNote[] notes = [.. member.Certificates.Select(note => note.Kind == CertificateKind.Children ? note with { RenewBy = new DateOnly(2028, 7, 1) } : note)];
        await world.House.ChangeAsync(new RegisterBatch(stored.Partition).Replace(stored.Row, stored.Value.With(member with { Certificates = notes }), stored.ETag));
        (await world.House.BalanceAsync()).ShouldBe(["Lost family-1-boerneattest-order"]);
    }
}
