using System.Text.Json.Nodes;
using Husrum.Core.HjemTilOs;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Referrals;
using Husrum.Core.HjemTilOs.Referrals.Intake;
using Microsoft.OpenApi;

namespace Husrum.Functions.Api;

/// <content>The forms of Hjem til Os.</content>
internal static partial class FormSchemas
{
    /// <summary>A family's application.</summary>
    public static OpenApiSchema FriendFamily() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "members[0].name", "members[0].birthDate", "members[0].email", "street", "postcode", "town", "weekdays", "languages", "wholeFamily" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["department"] = Text("The department's id; may be left out where only one has friend families."),
            ["members[0].name"] = Text($"The adult who applies. Everybody else who lives there: members[1].name and so on, up to {FamilyForm.Rows} people.", "Bodil Holst"),
            ["members[0].birthDate"] = Text("Date of birth, ISO 8601. Never a CPR number.", "1981-04-12"),
            ["members[0].email"] = Text("The address of the one who applies; may be left out for everybody else.", "bodil@mail.example"),
            ["members[1].role"] = Words("What somebody else is in the household.", "adult", "child"),
            ["phone"] = Text("Mobile of the one who applies; may be left out."),
            ["street"] = Text("Street and number.", "Åbrinken 9"),
            ["postcode"] = Text("Four digits.", "8260"),
            ["town"] = Text("Town.", "Viby J"),
            ["weekdays"] = Many("Afternoons that suit the family; repeat the field for more than one.", Words(null, [.. WeekdayWords.All.Select(day => day.ToString())])),
            ["youngestAge"] = Text("The youngest child they wish for, whole years; may be left out.", "6"),
            ["oldestAge"] = Text("The oldest child they wish for, whole years; may be left out.", "11"),
            ["languages"] = Many("Which of the two they speak; repeat the field for both.", Words(null, "da", "en")),
            ["otherLanguages"] = Text("May be left out."),
            ["competences"] = Text("What they can do beyond the ordinary; may be left out."),
            ["home"] = Text("Pets, stairs; may be left out."),
            ["motivation"] = Text("Why they would like to; may be left out."),
            ["wholeFamily"] = Text("Sent where everybody in the family likes the idea, the children too.", "on"),
            ["language"] = Language(),
        },
    };

    /// <summary>A referral. The names are those of the form on the site.</summary>
    public static OpenApiSchema Referral() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "referrerName", "referrerEmail", "childName", "childBirthDate", "street", "postcode", "town", "ownWish", "childWants", "strength", "living", "declaration" },
        Properties = new Dictionary<string, IOpenApiSchema>(ReferralFields.All.ToDictionary(name => name, name => (IOpenApiSchema)Of(name))) { ["language"] = Language() },
    };

    private static OpenApiSchema Of(string field) => field switch
    {
        "department" => Text("The department's id; may be left out where only one takes referrals."),
        "childBirthDate" => Text("Date of birth, ISO 8601. Never a CPR number.", "2019-04-01"),
        "informedOn" => Text("Only where no consent is needed (barnets lov § 54 stk. 2): when the parents were informed, ISO 8601.", "2026-08-20"),
        "informedBy" => Text("Only where no consent is needed: who informed them."),
        "living" => Words("Where the child lives; the consents turn on it.", [.. ReferralFields.Living.Keys]),
        "strength" or "preschool" or "parentsBack" or "parentsLanguage" => Words("Anything but yes is looked at by a person.", "yes", "unsure"),
        "bbuSame" => Text("Sent where the referrer is the municipality's contact person too; then the fields beginning with bbu are left out.", "on"),
        _ when ReferralFields.IsTick(field) => Text("Sent where it is so, and left out where it is not.", "on"),
        _ when field.StartsWith("guardian", StringComparison.Ordinal) && field.EndsWith("Language", StringComparison.Ordinal) => Words($"The language this holder of custody is written in. Up to {ReferralProcess.MostGuardians} of them: guardian1Name, guardian1Email, guardian1Phone, guardian1Language and so on.", "da", "en"),
        _ => Text(),
    };

    private static OpenApiSchema Words(string? description, params string[] words) => new() { Type = JsonSchemaType.String, Description = description, Enum = [.. words.Select(word => JsonValue.Create(word))] };

    private static OpenApiSchema Many(string description, OpenApiSchema item) => new() { Type = JsonSchemaType.Array, Items = item, Description = description };
}
