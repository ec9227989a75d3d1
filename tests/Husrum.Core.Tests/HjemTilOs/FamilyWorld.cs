using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>A family that would like to be a friend family: Frida and Viggo, Sofus who turns 15, and Asta of 6.</summary>
public sealed class FamilyWorld(RefundWorld house) : CaseHand<FriendFamily>(house, FriendFamilyProcess.Prefix, FamilyMessages.Specs), IAsyncDisposable
{
    private int _forms;

    public static async Task<FamilyWorld> StartAsync(string wallTime = "2026-08-31 10:00") => new(await RefundWorld.StartAsync(wallTime));

    public static MemberForm Frida { get; } = new() { Name = "Frida Ven", BirthDate = "1984-03-02", Role = "adult", Email = "frida@eksempel.example" };

    public static MemberForm Viggo { get; } = new() { Name = "Viggo Ven", BirthDate = "1981-07-19", Role = "adult", Email = "viggo@eksempel.example" };

    public static MemberForm Asta { get; } = new() { Name = "Asta Ven", BirthDate = "2020-05-05", Role = "child" };

    public FamilyForm Form(params MemberForm[] members) => new()
    {
        SubmissionId = $"family-{++_forms}",
        Members = members.Length > 0 ? members : [Frida, Viggo, Asta],
        Phone = "20 30 40 50",
        Street = "Skovvej 12",
        Postcode = "8000",
        Town = "Aarhus C",
        Weekdays = ["Tuesday", "Thursday"],
        YoungestAge = "5",
        OldestAge = "9",
        Languages = ["da", "en"],
        Competences = "Frida er pædagog",
        WholeFamily = true,
    };

    public async Task<string> ApplyAsync(FamilyForm? form = null)
    {
        var accepted = (await House.Get<FamilyIntake>().SubmitAsync(form ?? Form(), Ct)).ShouldBeOfType<CaseIntakeResult.Accepted>();
        await House.SettleAsync();
        return accepted.Id;
    }

    public async Task ShouldBeAsync(string id, FamilyState state) => (await CaseAsync(id)).State.ShouldBe(state);

    /// <summary>From the form to the evening after the visit, 3 September 2026.</summary>
    public async Task<string> VisitedAsync(FamilyForm? form = null)
    {
        var id = await ApplyAsync(form);
        await DoneAsync(id, "family-confirm", "confirm");
        await DoneAsync(id, "family-times", "offer", ("time1", "2026-09-03T16:30"), ("time2", "2026-09-04T10:00"));
        await DoneAsync(id, "family-book", "2026-09-03T14:30Z");
        await House.GoToAsync("2026-09-03 18:00");
        await DoneAsync(id, "family-visit", "held");
        await DoneAsync(id, "family-interview", "all-for");
        return id;
    }

    /// <summary>All that one member owes.</summary>
    public async Task SettledAsync(string id, int number)
    {
        var member = (await CaseAsync(id)).Members[number - 1];
        if (member.OwesCourse && member.Course is null)
            await DoneAsync(id, $"family-course--{member.Id}", "taken");
        if (member.OwesRules && member.Rules is null)
            await DoneAsync(id, $"family-rules--{member.Id}", "read", ("rules", "on"), ("questions", "on"));
        if (member.OwesRules && member.Declaration is null && member.PersonId is not null)
            await DoneAsync(id, $"family-declaration--{member.Id}", "signed", ("agree", "on"), ("sprog", "en"));
        if (member.OwesRules && member.Declaration is null && member.PersonId is null)
            await DoneAsync(id, $"family-{number}-paper-declaration", "signed", ("hold", "on"));
        if (member.Certificates.Count > 0)
        {
            foreach (var kind in new[] { "boerneattest", "straffeattest" })
            {
                await DoneAsync(id, $"family-{number}-{kind}-order", "ordered");
                await DoneAsync(id, $"family-{number}-{kind}-outcome", "clean", ("deleted", "on"));
            }
        }
    }

    /// <summary>An approved family.</summary>
    public async Task<string> ApprovedAsync(FamilyForm? form = null)
    {
        var id = await VisitedAsync(form);
        foreach (var (_, index) in (await CaseAsync(id)).Members.Select((member, index) => (member, index)))
            await SettledAsync(id, index + 1);
        await DoneAsync(id, "family-approve", "approve");
        return id;
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
