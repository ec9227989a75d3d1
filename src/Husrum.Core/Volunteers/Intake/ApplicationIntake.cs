using System.Globalization;
using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Register;
using Husrum.Core.Volunteers.Rules;

namespace Husrum.Core.Volunteers.Intake;

/// <summary>Takes an application in: checks it, records it and starts its process, in one batch.</summary>
public sealed class ApplicationIntake(CaseBook<VolunteerApplication> book, CaseServices services)
{
    /// <summary>Takes a new application. The same form sent twice counts once; a person's earlier application that is still open takes the place of a new one.</summary>
    public async Task<ApplicationResult> SubmitAsync(ApplicationForm form, CancellationToken cancellation = default)
    {
        var id = IdOf(form.SubmissionId);
        if (await KnownAsync(id, form, cancellation) is { } known)
            return known;
        var now = services.Now;
        if (ApplicationRules.Problems(form, services.Organisation, WallTime.LocalDate(now)) is { Count: > 0 } problems)
            return new ApplicationResult.Invalid(problems);

        var content = Read(form);
        var person = await services.People.FindOrCreateByEmailAsync(content.Email, content.Name, content.Language, content.Phone, cancellation);
        var (open, latest) = await EarlierAsync(person, cancellation);
        if (open == id && await KnownAsync(id, form, cancellation) is { } meanwhile) // sent twice at the same moment
            return meanwhile;
        if (open is not null)
        {
            await RemindOfOpenAsync(open, cancellation);
            return new ApplicationResult.Accepted(open, Repeat: true);
        }

        var application = new VolunteerApplication
        {
            Id = id,
            DepartmentId = form.Department.Trim(),
            PersonId = person,
            Created = now,
            Content = content,
            FormHash = form.Hash(),
            State = ApplicationState.Received,
            PreviousId = latest,
        };
        return await services.Register.CommitAsync(book.Insert(application, ApplicationStateWords.Received), cancellation) == CommitOutcome.Done
            ? new ApplicationResult.Accepted(id, Repeat: false)
            : await KnownAsync(id, form, cancellation) ?? throw new RegisterException("An application was there and is gone.");
    }

    /// <summary>The id of the application that a submission becomes: the same form sent twice is the same application.</summary>
    public static string IdOf(string submissionId) => "v-" + Ids.Derive("volunteer-application", submissionId);

    private async Task<ApplicationResult?> KnownAsync(string id, ApplicationForm form, CancellationToken cancellation)
    {
        if (await book.GetAsync(id, cancellation) is not { } application)
            return null;
        return application.Value.FormHash == form.Hash() ? new ApplicationResult.Accepted(id, Repeat: true) : new ApplicationResult.Different();
    }

    private async Task<(string? Open, string? Latest)> EarlierAsync(string personId, CancellationToken cancellation)
    {
        string? latest = null;
        await foreach (var place in services.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(personId), cancellation: cancellation))
        {
            if (place.Value.Process != book.Name || await book.GetAsync(place.Value.CaseId, cancellation) is not { } earlier)
                continue;
            if (!earlier.Value.IsClosed)
                return (earlier.Value.Id, latest);
            latest = earlier.Value.Id;
        }

        return (null, latest);
    }

    // whoever typed the address need not be its owner: the link to the open application goes to the address, and the page says the same in both cases
    private async Task RemindOfOpenAsync(string id, CancellationToken cancellation) => await book.ChangeAsync(
        id,
        async (batch, application) =>
        {
            var today = WallTime.LocalDate(services.Now);
            if (await services.People.ReachAsync(application.Value.PersonId, cancellation) is not { Email: not null } person)
                return false;
            var notice = CaseNotices.To(application.Value, person, ApplicationMessages.Again, "again", today, services.Now, [], atOnce: true, CaseNotices.Status(application.Value, person.Person.Id));
            if (await services.Notices.IsWrittenAsync(batch.Partition, notice, cancellation))
                return false;
            services.Notices.Add(batch, notice);
            return true;
        },
        cancellation);

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

/// <summary>What came of an application.</summary>
public abstract record ApplicationResult
{
    /// <summary>It is recorded.</summary>
    /// <param name="Id">The application.</param>
    /// <param name="Repeat">True where it was recorded before.</param>
    public sealed record Accepted(string Id, bool Repeat) : ApplicationResult;

    /// <summary>Something must be mended first.</summary>
    /// <param name="Problems">Field by field.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : ApplicationResult;

    /// <summary>Another form was sent under the same id.</summary>
    public sealed record Different : ApplicationResult;
}
