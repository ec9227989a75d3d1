using Husrum.Core.HjemTilOs.Families.Intake;

namespace Husrum.Functions.Pages.HjemTilOs;

/// <summary>Reads a family's form as typed.</summary>
internal static class FamilyFormBinding
{
    public static FamilyForm Read(IFormCollection form, string submissionId, string language) => new()
    {
        SubmissionId = submissionId,
        Department = Text(form, "department"),
        Members = [.. Rows(form).Select((member, index) => index == 0 ? member with { Role = "adult" } : member)],
        Phone = Text(form, "phone"),
        Street = Text(form, "street"),
        Postcode = Text(form, "postcode"),
        Town = Text(form, "town"),
        Weekdays = Many(form, "weekdays"),
        YoungestAge = Text(form, "youngestAge"),
        OldestAge = Text(form, "oldestAge"),
        Languages = Many(form, "languages"),
        OtherLanguages = Text(form, "otherLanguages"),
        Competences = Text(form, "competences"),
        Home = Text(form, "home"),
        Motivation = Text(form, "motivation"),
        WholeFamily = Text(form, "wholeFamily").Length > 0,
        Language = language,
    };

    /// <summary>One member, with the names of its fields beginning with a prefix.</summary>
    public static MemberForm Member(IFormCollection form, string prefix, string language) => new()
    {
        Name = Text(form, prefix + "name"),
        BirthDate = Text(form, prefix + "birthDate"),
        Role = Text(form, prefix + "role"),
        Email = Text(form, prefix + "email"),
        Language = language,
    };

    // empty rows at the end, and between, are nobody; the first is the one who applies
    private static IEnumerable<MemberForm> Rows(IFormCollection form) =>
        Enumerable.Range(0, FamilyForm.Rows).Select(number => Member(form, $"members[{number}].", "")).Where((member, index) => index == 0 || member.Name.Trim().Length + member.BirthDate.Trim().Length + member.Email.Trim().Length > 0);

    private static string[] Many(IFormCollection form, string name) => [.. form[name].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim()).Take(20)];

    private static string Text(IFormCollection form, string name) => form[name].Count == 0 ? "" : form[name][0] ?? "";
}
