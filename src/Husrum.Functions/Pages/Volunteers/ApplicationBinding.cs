using Husrum.Core.Volunteers.Intake;

namespace Husrum.Functions.Pages.Volunteers;

/// <summary>Reads a posted application as typed. The names are the contract's, the same on the page and in the API.</summary>
internal static class ApplicationBinding
{
    public static ApplicationForm Read(IFormCollection form, string submissionId, string language) => new()
    {
        SubmissionId = submissionId,
        Department = Text(form, "department"),
        Name = Text(form, "name"),
        Email = Text(form, "email"),
        Phone = Text(form, "phone"),
        Functions = [.. form["functions"].Where(id => !string.IsNullOrWhiteSpace(id)).Select(id => id!.Trim()).Take(50)],
        BirthDate = Text(form, "birthDate"),
        Languages = Text(form, "languages"),
        HeardFrom = Text(form, "heardFrom"),
        Motivation = Text(form, "motivation"),
        Language = language,
    };

    private static string Text(IFormCollection form, string name) => form[name].Count == 0 ? "" : form[name][0] ?? "";
}
