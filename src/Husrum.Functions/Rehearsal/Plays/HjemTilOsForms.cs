using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Husrum.Functions.Rehearsal.People;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>An invented family and an invented child, as their forms have them.</summary>
internal static class HjemTilOsForms
{
    /// <summary>Two adults and a small child.</summary>
    public static FamilyForm Family(string department, DateOnly start, string language) => new()
    {
        SubmissionId = "rehearsal-family",
        Department = department,
        Members =
        [
            new() { Name = "Ida Skovgaard", BirthDate = Yes.Date(start.AddYears(-41)), Role = "adult", Email = "ida@post.example", Language = language },
            new() { Name = "Jonas Skovgaard", BirthDate = Yes.Date(start.AddYears(-43)), Role = "adult", Email = "jonas@post.example", Language = language },
            new() { Name = "Alma Skovgaard", BirthDate = Yes.Date(start.AddYears(-6)), Role = "child" },
        ],
        Phone = "20 00 01 02",
        Street = "Skovvej 12",
        Postcode = "8000",
        Town = "Aarhus C",
        Weekdays = ["Tuesday", "Thursday"],
        YoungestAge = "5",
        OldestAge = "9",
        Languages = ["da", "en"],
        WholeFamily = true,
        Language = language,
    };

    /// <summary>A child of seven who lives at home, with two custody holders.</summary>
    public static ReferralForm Referral(string department, DateOnly start, string language) => new(
        "rehearsal-referral",
        new Dictionary<string, string>
        {
            ["department"] = department,
            ["referrerName"] = "Torben Lillelund",
            ["referrerUnit"] = "Børn og Unge",
            ["referrerEmail"] = "henviser@kommune.example",
            ["bbuName"] = "Bente Ravn",
            ["bbuEmail"] = "bente@kommune.example",
            ["childName"] = "Noor Said",
            ["childBirthDate"] = Yes.Date(start.AddYears(-7).AddDays(-100)),
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
            ["guardian1Name"] = "Amina Said",
            ["guardian1Email"] = "amina@post.example",
            ["guardian1Language"] = language,
            ["guardian2Name"] = "Yusuf Said",
            ["guardian2Email"] = "yusuf@post.example",
            ["guardian2Language"] = language,
            ["dayTuesday"] = "on",
            ["dayThursday"] = "on",
            ["declaration"] = "on",
        },
        language);
}
