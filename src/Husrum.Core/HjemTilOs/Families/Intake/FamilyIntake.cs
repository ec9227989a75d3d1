using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Families.Intake;

/// <summary>Takes a family's application in: checks it, records it and starts its process, in one batch.</summary>
public sealed class FamilyIntake(CaseBook<FriendFamily> book, CaseServices services)
{
    /// <summary>Takes a new application. The same form sent twice counts once; where the one who applies is a friend family's already, or on the way, the link to that goes to their address.</summary>
    public async Task<FamilyResult> SubmitAsync(FamilyForm form, CancellationToken cancellation = default)
    {
        var id = IdOf(form.SubmissionId);
        if (await KnownAsync(id, form, cancellation) is { } known)
            return known;
        var now = services.Now;
        if (FamilyFormRules.Problems(form, services.Organisation, WallTime.LocalDate(now)) is { Count: > 0 } problems)
            return new FamilyResult.Invalid(problems);

        var members = await MembersAsync(form, cancellation);
        if (await OpenAsync(members[0].PersonId!, cancellation) is { } open)
        {
            if (open == id && await KnownAsync(id, form, cancellation) is { } meanwhile) // sent twice at the same moment
                return meanwhile;
            await RemindOfOpenAsync(open, cancellation);
            return new FamilyResult.Accepted(open, Repeat: true);
        }

        var family = new FriendFamily
        {
            Id = id,
            DepartmentId = FamilyFormRules.DepartmentOf(form.Department, services.Organisation)!,
            PersonId = members[0].PersonId!,
            Created = now,
            FormHash = form.Hash(),
            State = FamilyState.Received,
            Members = members,
            Parties = [.. members.Where(member => member.PersonId is not null).Select(member => new CaseParty(member.Id, FriendFamily.Side, member.PersonId!))],
            Profile = Profile(form),
        };
        return await services.Register.CommitAsync(book.Insert(family, FamilyWords.Received), cancellation) == CommitOutcome.Done
            ? new FamilyResult.Accepted(id, Repeat: false)
            : await KnownAsync(id, form, cancellation) ?? throw new RegisterException("A family's application was there and is gone.");
    }

    /// <summary>The id of the family that a submission becomes: the same form sent twice is the same family.</summary>
    public static string IdOf(string submissionId) => "f-" + Ids.Derive("friend-family", submissionId);

    private async Task<FamilyResult?> KnownAsync(string id, FamilyForm form, CancellationToken cancellation)
    {
        if (await book.GetAsync(id, cancellation) is not { } family)
            return null;
        return family.Value.FormHash == form.Hash() ? new FamilyResult.Accepted(id, Repeat: true) : new FamilyResult.Different();
    }

    // only the one who applies must have an address; it is theirs to confirm before anybody else is written to
    private async Task<IReadOnlyList<FamilyMember>> MembersAsync(FamilyForm form, CancellationToken cancellation)
    {
        var members = new List<FamilyMember>();
        foreach (var (member, index) in FamilyFormRules.Read(form).Select((member, index) => (member, index)))
        {
            var read = MemberReading.Read(form.Members[index], form.Language);
            var phone = index == 0 && form.Phone.Trim().Length > 0 ? PhoneNumber.Read(form.Phone).Value.E164 : null;
            members.Add(read.Email is null ? member : member with { PersonId = await services.People.FindOrCreateByEmailAsync(read.Email, read.Name, read.Language, phone, cancellation) });
        }

        return members;
    }

    private async Task<string?> OpenAsync(string personId, CancellationToken cancellation)
    {
        await foreach (var place in services.Register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(personId), cancellation: cancellation))
        {
            if (place.Value.Process == book.Name && await book.GetAsync(place.Value.CaseId, cancellation) is { Value: { IsClosed: false } earlier } && earlier.PersonId == personId)
                return earlier.Id;
        }

        return null;
    }

    // whoever typed the address need not be its owner: the link goes to the address, and the page says the same in both cases
    private async Task RemindOfOpenAsync(string id, CancellationToken cancellation) => await book.ChangeAsync(
        id,
        async (batch, family) =>
        {
            if (await services.People.ReachAsync(family.Value.PersonId, cancellation) is not { Email: not null } person)
                return false;
            var notice = CaseNotices.To(family.Value, person, FamilyMessages.Again, "again", WallTime.LocalDate(services.Now), services.Now, [], atOnce: true, CaseNotices.Status(family.Value, person.Person.Id));
            if (await services.Notices.IsWrittenAsync(batch.Partition, notice, cancellation))
                return false;
            services.Notices.Add(batch, notice);
            return true;
        },
        cancellation);

    private static FamilyProfile Profile(FamilyForm form) => new()
    {
        Street = TypedText.Plain(form.Street),
        Postcode = TypedText.Plain(form.Postcode),
        Town = TypedText.Plain(form.Town),
        Weekdays = [.. WeekdayWords.All.Where(day => form.Weekdays.Contains(day.ToString(), StringComparer.Ordinal))],
        YoungestAge = FamilyFormRules.Age(form.YoungestAge, FamilyAges.Youngest)!.Value,
        OldestAge = FamilyFormRules.Age(form.OldestAge, FamilyAges.Oldest)!.Value,
        Languages = [.. form.Languages.Distinct(StringComparer.Ordinal)],
        OtherLanguages = TypedText.Plain(form.OtherLanguages),
        Competences = TypedText.Plain(form.Competences),
        Home = TypedText.Plain(form.Home),
        Motivation = TypedText.Plain(form.Motivation),
        Phone = form.Phone.Trim().Length > 0 ? PhoneNumber.Read(form.Phone).Value.E164 : null,
    };
}

/// <summary>What came of a family's application.</summary>
public abstract record FamilyResult
{
    /// <summary>It is recorded.</summary>
    /// <param name="Id">The family.</param>
    /// <param name="Repeat">True where it was recorded before.</param>
    public sealed record Accepted(string Id, bool Repeat) : FamilyResult;

    /// <summary>Something must be mended first.</summary>
    /// <param name="Problems">Field by field.</param>
    public sealed record Invalid(IReadOnlyList<FieldProblem> Problems) : FamilyResult;

    /// <summary>Another form was sent under the same id.</summary>
    public sealed record Different : FamilyResult;
}
