using Husrum.Core.Cases;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>A step that the applicant takes.</summary>
internal abstract class ApplicantStep(Organisation organisation) : CaseStep<VolunteerApplication>
{
    /// <inheritdoc />
    public override StepAudience Audience => StepAudience.Person;

    /// <inheritdoc />
    public override StepTexts Texts => new("volunteer-" + Subject, $"volunteer-{Subject}-reminder") { SmsFrom = 2 };

    /// <inheritdoc />
    public override string Silence => ApplicationWords.Silent;

    /// <inheritdoc />
    public override Bilingual AtDeadline => new("lukker vi ansøgningen, og man er altid velkommen igen", "we close the application, and one is always welcome to apply again");

    /// <summary>What comes after "volunteer-" in the names of the question and its messages.</summary>
    protected abstract string Subject { get; }

    /// <inheritdoc />
    public override string Question => "volunteer-" + Subject;

    /// <summary>The organisation.</summary>
    protected Organisation Organisation => organisation;

    /// <summary>What it asks of volunteers.</summary>
    protected Volunteering Volunteering => organisation.Volunteering!;

    /// <inheritdoc />
    public override IEnumerable<KeyValuePair<string, string>> Fields(VolunteerApplication @case, string language) =>
        [new("department", organisation.Department(@case.DepartmentId)?.Name ?? @case.DepartmentId)];
}

/// <summary>Answers that several steps have.</summary>
internal static class ApplicationWords
{
    /// <summary>Time answered.</summary>
    public const string Silent = "silent";

    /// <summary>The coordinator turns the applicant down.</summary>
    public const string Reject = "reject";
}
