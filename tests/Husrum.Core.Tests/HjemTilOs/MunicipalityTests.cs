using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Course;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>What holds between the municipality and a family, and when it ceases (K3, K6).</summary>
public sealed class MunicipalityTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Being_bisidder_goes_through_the_organisation_unless_its_file_says_otherwise()
    {
        RefundWorld.Small.HjemTilOs!.BisidderThroughUs.ShouldBeTrue();
        var otherwise = RefundWorld.Small with { HjemTilOs = RefundWorld.Small.HjemTilOs! with { BisidderThroughUs = false } };
        OrganisationReader.Read(DefaultOrganisation.Write(otherwise)).HjemTilOs!.BisidderThroughUs.ShouldBeFalse();
    }

    [Fact]
    public async Task After_the_year_neither_side_nor_staff_record_a_request_any_more()
    {
        await using var world = await CourseWorld.StartAsync("2026-08-31 16:00", DayOfWeek.Thursday);
        await world.House.Get<CourseOffice>().EndAsync(CourseWorld.Id, world.House.Coordinator, EndingReason.Parents, "2026-10-01", Ct);
        await world.GoToAsync("2026-10-02 12:00");
        var course = await world.CourseAsync();
        var token = world.House.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(CourseWorld.Id, course.Side("family")[0].PersonId));
        await world.House.Get<CourseDesk>().MunicipalityAskedAsync(token, RequestKind.SupportStay, Ct);
        await world.House.Get<CourseOffice>().RequestAsync(CourseWorld.Id, world.House.Coordinator, RequestKind.SupportStay, Ct);
        (await world.CourseAsync()).Requests.ShouldBeEmpty();
    }
}
