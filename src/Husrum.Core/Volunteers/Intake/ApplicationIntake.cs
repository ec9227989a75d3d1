using System.Globalization;
using Husrum.Core.Cases;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Register;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Intake;

/// <summary>Takes an application in. A person's earlier application that is still open takes the place of a new one.</summary>
public sealed class ApplicationIntake(CaseBook<VolunteerApplication> book, CaseServices services) : CaseIntake<ApplicationForm, VolunteerApplication>(book, services)
{
    /// <summary>The id of the application that a submission becomes: the same form sent twice is the same application.</summary>
    public static string IdOf(string submissionId) => "v-" + Ids.Derive("volunteer-application", submissionId);

    /// <inheritdoc />
    protected override string Word => ApplicationStateWords.Received;

    /// <inheritdoc />
    protected override string? Again => ApplicationMessages.Again;

    /// <inheritdoc />
    protected override string CaseIdOf(ApplicationForm form) => IdOf(form.SubmissionId);

    /// <inheritdoc />
    protected override string HashOf(ApplicationForm form) => form.Hash();

    /// <inheritdoc />
    protected override IReadOnlyList<FieldProblem> Problems(ApplicationForm form, DateOnly today) => ApplicationRules.Problems(form, Services.Organisation, today);

    /// <inheritdoc />
    protected override async Task<VolunteerApplication> ReadAsync(string id, ApplicationForm form, DateTimeOffset now, CancellationToken cancellation)
    {
        var content = Read(form);
        return new VolunteerApplication
        {
            Id = id,
            DepartmentId = form.Department.Trim(),
            PersonId = await Services.People.FindOrCreateByEmailAsync(content.Email, content.Name, content.Language, content.Phone, cancellation),
            Created = now,
            Content = content,
            FormHash = form.Hash(),
            State = ApplicationState.Received,
        };
    }

    /// <inheritdoc />
    protected override VolunteerApplication Following(VolunteerApplication @case, string? earlierId) => @case with { PreviousId = earlierId };

    private static ApplicationContent Read(ApplicationForm form) => new()
    {
        Name = TypedText.Plain(form.Name),
        Email = Email.Read(form.Email).Value.Value,
        Phone = form.Phone.Trim().Length > 0 ? PhoneNumber.Read(form.Phone).Value.E164 : null,
        Language = Language.Languages.Of(form.Language),
        Functions = [.. form.Functions.Distinct(StringComparer.Ordinal)],
        BirthDate = form.BirthDate.Trim().Length > 0 ? DateOnly.ParseExact(form.BirthDate.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Languages = TypedText.Plain(form.Languages),
        HeardFrom = TypedText.Plain(form.HeardFrom),
        Motivation = TypedText.Plain(form.Motivation),
    };
}
