using Husrum.Core.Cases;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Families.Intake;

/// <summary>Takes a family's application in. Where the one who applies is a friend family's already, or on the way, the link to that goes to their address.</summary>
public sealed class FamilyIntake(CaseBook<FriendFamily> book, CaseServices services) : CaseIntake<FamilyForm, FriendFamily>(book, services)
{
    /// <summary>The id of the family that a submission becomes: the same form sent twice is the same family.</summary>
    public static string IdOf(string submissionId) => "f-" + Ids.Derive("friend-family", submissionId);

    /// <inheritdoc />
    protected override string Word => FamilyWords.Received;

    /// <inheritdoc />
    protected override string? Again => FamilyMessages.Again;

    /// <inheritdoc />
    protected override string CaseIdOf(FamilyForm form) => IdOf(form.SubmissionId);

    /// <inheritdoc />
    protected override string HashOf(FamilyForm form) => form.Hash();

    /// <inheritdoc />
    protected override IReadOnlyList<FieldProblem> Problems(FamilyForm form, DateOnly today) => FamilyFormRules.Problems(form, Services.Organisation, today);

    /// <inheritdoc />
    protected override async Task<FriendFamily> ReadAsync(string id, FamilyForm form, DateTimeOffset now, CancellationToken cancellation)
    {
        var members = await MembersAsync(form, cancellation);
        return new FriendFamily
        {
            Id = id,
            DepartmentId = FamilyFormRules.DepartmentOf(form.Department, Services.Organisation)!,
            PersonId = members[0].PersonId!,
            Created = now,
            FormHash = form.Hash(),
            State = FamilyState.Received,
            Members = members,
            Parties = [.. members.Where(member => member.PersonId is not null).Select(member => new CaseParty(member.Id, FriendFamily.Side, member.PersonId!))],
            Profile = Profile(form),
        };
    }

    // only the one who applies must have an address; it is theirs to confirm before anybody else is written to
    private async Task<IReadOnlyList<FamilyMember>> MembersAsync(FamilyForm form, CancellationToken cancellation)
    {
        var members = new List<FamilyMember>();
        foreach (var (member, index) in FamilyFormRules.Read(form).Select((member, index) => (member, index)))
        {
            var read = MemberReading.Read(form.Members[index], form.Language);
            var phone = index == 0 && form.Phone.Trim().Length > 0 ? PhoneNumber.Read(form.Phone).Value.E164 : null;
            members.Add(read.Email is null ? member : member with { PersonId = await Services.People.FindOrCreateByEmailAsync(read.Email, read.Name, read.Language, phone, cancellation) });
        }

        return members;
    }

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
