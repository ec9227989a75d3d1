using Husrum.Core.Calendar;
using Husrum.Core.Forms;
using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>
/// Takes a form in as a case: checks it, records it and starts its process, in one batch. The same form sent twice counts once, also at the same moment.
/// Where a person may have only one such case open, that one takes the place of a new one, and the link to it goes to their address.
/// </summary>
/// <typeparam name="TForm">The form, as typed.</typeparam>
/// <typeparam name="TCase">The case it becomes.</typeparam>
/// <param name="book">The cases.</param>
/// <param name="services">What cases work with.</param>
public abstract class CaseIntake<TForm, TCase>(CaseBook<TCase> book, CaseServices services)
    where TCase : CaseRecord, IFormCase
{
    /// <summary>What cases work with.</summary>
    protected CaseServices Services { get; } = services;

    /// <summary>The timeline's first word.</summary>
    protected abstract string Word { get; }

    /// <summary>The message with the link to the case that is open already; null where a person may have as many as they like.</summary>
    protected virtual string? Again => null;

    /// <summary>Takes a form.</summary>
    public async Task<CaseIntakeResult> SubmitAsync(TForm form, CancellationToken cancellation = default)
    {
        var id = CaseIdOf(form);
        if (await KnownAsync(id, form, cancellation) is { } known)
            return known;
        var now = Services.Now;
        if (Problems(form, WallTime.LocalDate(now)) is { Count: > 0 } problems)
            return new CaseIntakeResult.Invalid(problems);

        var @case = await ReadAsync(id, form, now, cancellation);
        if (Again is not null)
        {
            var (open, latest) = await EarlierAsync(@case.PersonId, cancellation);
            if (open == id && await KnownAsync(id, form, cancellation) is { } meanwhile) // sent twice at the same moment
                return meanwhile;
            if (open is not null)
            {
                await RemindOfOpenAsync(open, Again, cancellation);
                return new CaseIntakeResult.Accepted(open, Repeat: true);
            }

            @case = Following(@case, latest);
        }

        return await Services.Register.CommitAsync(book.Insert(@case, Word), cancellation) == CommitOutcome.Done
            ? new CaseIntakeResult.Accepted(id, Repeat: false)
            : await KnownAsync(id, form, cancellation) ?? throw new RegisterException("A case was there and is gone.");
    }

    /// <summary>The id of the case that a form becomes, from the form's own.</summary>
    protected abstract string CaseIdOf(TForm form);

    /// <summary>Fingerprint of what was typed.</summary>
    protected abstract string HashOf(TForm form);

    /// <summary>What is wrong with a form on a day, field by field.</summary>
    protected abstract IReadOnlyList<FieldProblem> Problems(TForm form, DateOnly today);

    /// <summary>The case of a form that has no problems; its people are found or made. May be done any number of times.</summary>
    protected abstract Task<TCase> ReadAsync(string id, TForm form, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The case, after an earlier one of the same person that is closed.</summary>
    /// <param name="case">The case.</param>
    /// <param name="earlierId">The latest earlier one; null where there is none.</param>
    protected virtual TCase Following(TCase @case, string? earlierId) => @case;

    private async Task<CaseIntakeResult?> KnownAsync(string id, TForm form, CancellationToken cancellation)
    {
        if (await book.GetAsync(id, cancellation) is not { } @case)
            return null;
        return @case.Value.FormHash == HashOf(form) ? new CaseIntakeResult.Accepted(id, Repeat: true) : new CaseIntakeResult.Different();
    }

    private async Task<(string? Open, string? Latest)> EarlierAsync(string personId, CancellationToken cancellation)
    {
        string? latest = null;
        await foreach (var place in Services.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(personId), cancellation: cancellation))
        {
            if (place.Value.Process != book.Name || await book.GetAsync(place.Value.CaseId, cancellation) is not { } earlier || earlier.Value.PersonId != personId)
                continue;
            if (!earlier.Value.IsClosed)
                return (earlier.Value.Id, latest);
            latest = earlier.Value.Id;
        }

        return (null, latest);
    }

    // whoever typed the address need not be its owner: the link to the open case goes to the address, and the page says the same in both cases
    private async Task RemindOfOpenAsync(string id, string template, CancellationToken cancellation) => await book.ChangeAsync(
        id,
        async (batch, @case) =>
        {
            if (await Services.People.ReachAsync(@case.Value.PersonId, cancellation) is not { Email: not null } person)
                return false;
            var notice = CaseNotices.To(@case.Value, person, template, "again", WallTime.LocalDate(Services.Now), Services.Now, [], atOnce: true, CaseNotices.Status(@case.Value, person.Person.Id));
            if (await Services.Notices.IsWrittenAsync(batch.Partition, notice, cancellation))
                return false;
            Services.Notices.Add(batch, notice);
            return true;
        },
        cancellation);
}

/// <summary>A case that began with a form.</summary>
public interface IFormCase
{
    /// <summary>Fingerprint of the form, to tell a form sent twice from another one under the same id.</summary>
    string FormHash { get; }
}

/// <summary>What came of a form.</summary>
public abstract record CaseIntakeResult
{
    /// <summary>It is recorded.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Repeat">True where it was recorded before.</param>
    public sealed record Accepted(string Id, bool Repeat) : CaseIntakeResult;

    /// <summary>Something must be mended first.</summary>
    /// <param name="Problems">Field by field.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : CaseIntakeResult;

    /// <summary>Another form was sent under the same id.</summary>
    public sealed record Different : CaseIntakeResult;
}
