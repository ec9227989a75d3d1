using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.HjemTilOs;

/// <summary>Referrals of an invented child, Liva of seven, with a Danish mother and an English-speaking father.</summary>
public sealed class ReferralWorld(RefundWorld house) : CaseHand<Referral>(house, ReferralProcess.Prefix, [.. ReferralMessages.Specs, .. HtoMessages.Specs]), IAsyncDisposable
{
    private int _forms;

    public static async Task<ReferralWorld> StartAsync(string wallTime = "2026-08-31 10:00") => new(await RefundWorld.StartAsync(wallTime));

    public static Dictionary<string, string> Fields(params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["referrerName"] = "Rikke Rådgiver",
            ["referrerUnit"] = "Børn og Unge Nord",
            ["referrerEmail"] = "rikke@kommune.example",
            ["bbuName"] = "Bente Kontakt",
            ["bbuEmail"] = "bente@kommune.example",
            ["childName"] = "Liva Lund",
            ["childBirthDate"] = "2019-04-01",
            ["street"] = "Byvej 3",
            ["postcode"] = "8000",
            ["town"] = "Aarhus C",
            ["danish"] = "on",
            ["childWants"] = "on",
            ["ownWish"] = "Vil gerne bage med nogen",
            ["strength"] = "yes",
            ["living"] = "home",
            ["parentsBack"] = "yes",
            ["parentsLanguage"] = "yes",
            ["guardian1Name"] = "Mona Mor",
            ["guardian1Email"] = "mona@eksempel.example",
            ["guardian1Language"] = "da",
            ["guardian2Name"] = "Frank Father",
            ["guardian2Email"] = "frank@eksempel.example",
            ["guardian2Language"] = "en",
            ["dayTuesday"] = "on",
            ["declaration"] = "on",
        };
        foreach (var (name, value) in other)
            fields[name] = value;
        return fields;
    }

    /// <summary>A child at a børne- og ungehjem.</summary>
    public static Dictionary<string, string> Institution(string living = "childrens-home") => Fields(
        ("living", living), ("placementName", "Solsikken"), ("placementContact", "Pelle Pædagog"), ("placementEmail", "pelle@solsikken.example"),
        ("informedOn", "2026-08-20"), ("informedBy", "Rikke Rådgiver"), ("guardian1Name", ""), ("guardian1Email", ""), ("guardian2Name", ""), ("guardian2Email", ""));

    public ReferralForm Form(Dictionary<string, string>? fields = null) => new($"referral-{++_forms}", fields ?? Fields(), "da");

    public async Task<string> ReferAsync(Dictionary<string, string>? fields = null, bool confirmed = true)
    {
        var result = await House.Get<ReferralIntake>().SubmitAsync(Form(fields), Ct);
        var accepted = result.ShouldBeOfType<CaseIntakeResult.Accepted>(string.Join("; ", (result as CaseIntakeResult.Invalid)?.Problems.Select(p => p.Field) ?? []));
        await House.SettleAsync();
        if (confirmed)
            await DoneAsync(accepted.Id, "referral-confirm--referrer", "confirm");
        return accepted.Id;
    }

    public Task ConsentAsync(string id, int guardian, string language = "da") =>
        DoneAsync(id, $"referral-consent--guardian-{guardian}", "given", ("municipality", "on"), ("own", "on"), ("sprog", language));

    public async Task<string> ReadyAsync()
    {
        var id = await ReferAsync();
        await ConsentAsync(id, 1);
        await ConsentAsync(id, 2, "en");
        return id;
    }

    public async Task ShouldBeAsync(string id, ReferralState state) => (await CaseAsync(id)).State.ShouldBe(state);

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
