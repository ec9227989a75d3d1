using Husrum.Core.Cases;
using Husrum.Core.HjemTilOs.Referrals.Intake;

namespace Husrum.Functions.Demo;

/// <summary>Referrals of the rehearsal: a child on the waiting list, and one for whom a parent's consent is missing.</summary>
internal sealed class DemoReferrals(ReferralIntake intake, DemoHand hand)
{
    private const string Referrer = "lotte@kommune.example";

    /// <summary>The child on the waiting list.</summary>
    public static string Waiting { get; } = ReferralIntake.IdOf("demo-referral-sami");

    /// <summary>The child for whom a consent is missing.</summary>
    public static string Missing { get; } = ReferralIntake.IdOf("demo-referral-freja");

    /// <summary>Sami of eight, who lives with his mother.</summary>
    public Task ReferWaitingAsync() => ReferAsync("demo-referral-sami", new Dictionary<string, string>
    {
        ["childName"] = "Sami",
        ["childBirthDate"] = "2018-01-24",
        ["street"] = "Birkevej 31",
        ["ownWish"] = "Vil gerne spille fodbold og bygge ting",
        ["interests"] = "Fodbold, lego og dyr",
        ["english"] = "on",
        ["dayTuesday"] = "on",
        ["dayWednesday"] = "on",
        ["guardian1Name"] = "Layla Haddad",
        ["guardian1Email"] = "layla@post.example",
        ["guardian1Language"] = "en",
        ["guardian1Phone"] = "20 44 55 66",
    });

    public Task ConfirmWaitingAsync() => hand.AnswerAsAsync(Referrer, Waiting, "confirm");

    public Task ConsentWaitingAsync() => hand.AnswerAsAsync("layla@post.example", Waiting, "given", ("municipality", "on"), ("own", "on"), ("sprog", "en"));

    /// <summary>Freja of six, whose parents share custody; the father has not answered.</summary>
    public Task ReferMissingAsync() => ReferAsync("demo-referral-freja", new Dictionary<string, string>
    {
        ["childName"] = "Freja",
        ["childBirthDate"] = "2020-03-09",
        ["street"] = "Elmegade 2",
        ["ownWish"] = "Vil gerne bage og tegne med nogen",
        ["interests"] = "Heste og perler",
        ["siblings"] = "En storebror, som har en venskabsfamilie",
        ["guardian1Name"] = "Trine Bech",
        ["guardian1Email"] = "trine@post.example",
        ["guardian1Language"] = "da",
        ["guardian2Name"] = "Simon Bech",
        ["guardian2Email"] = "simon@post.example",
        ["guardian2Language"] = "da",
    });

    public Task ConfirmMissingAsync() => hand.AnswerAsAsync(Referrer, Missing, "confirm");

    public Task ConsentMissingAsync() => hand.AnswerAsAsync("trine@post.example", Missing, "given", ("municipality", "on"), ("own", "on"), ("sprog", "da"));

    private async Task ReferAsync(string submissionId, Dictionary<string, string> child)
    {
        var fields = new Dictionary<string, string>(child)
        {
            ["referrerName"] = "Lotte Ravn",
            ["referrerUnit"] = "Børn og Unge",
            ["referrerEmail"] = Referrer,
            ["referrerPhone"] = "20 77 88 99",
            ["bbuSame"] = "on",
            ["postcode"] = "8000",
            ["town"] = "Aarhus C",
            ["danish"] = "on",
            ["childWants"] = "on",
            ["strength"] = "yes",
            ["preschool"] = "yes",
            ["living"] = "home",
            ["parentsBack"] = "yes",
            ["parentsLanguage"] = "yes",
            ["declaration"] = "on",
        };
        if (await intake.SubmitAsync(new ReferralForm(submissionId, fields, "da")) is CaseIntakeResult.Invalid wrong)
            throw new InvalidOperationException($"The rehearsal's referral does not keep the form's rules: {string.Join(", ", wrong.Problems.Select(problem => problem.Field))}.");
    }
}
