using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Core.HjemTilOs.Referrals.Intake;

/// <summary>Takes a referral in. A referrer may have as many as they like.</summary>
public sealed class ReferralIntake(CaseBook<Referral> book, CaseServices services) : CaseIntake<ReferralForm, Referral>(book, services)
{
    /// <summary>The id of the referral that a submission becomes.</summary>
    public static string IdOf(string submissionId) => "h-" + Ids.Derive("referral", submissionId);

    /// <inheritdoc />
    protected override string Word => ReferralWords.Received;

    /// <inheritdoc />
    protected override string CaseIdOf(ReferralForm form) => IdOf(form.SubmissionId);

    /// <inheritdoc />
    protected override string HashOf(ReferralForm form) => form.Hash();

    /// <inheritdoc />
    protected override IReadOnlyList<FieldProblem> Problems(ReferralForm form, DateOnly today) => ReferralRules.Problems(form, Services.Organisation, today);

    /// <inheritdoc />
    protected override async Task<Referral> ReadAsync(string id, ReferralForm form, DateTimeOffset now, CancellationToken cancellation)
    {
        var living = ReferralFields.Living[form["living"]];
        var referrer = await ContactAsync(form, "referrer", form["referrerName"], form["referrerUnit"], cancellation);
        var bbu = form.Has("bbuSame") ? referrer : await ContactAsync(form, "bbu", form["bbuName"], form["bbuUnit"], cancellation);
        var placement = living == LivingSituation.Home ? null : new Placement(TypedText.Plain(form["placementName"]), await ContactAsync(form, "placement", form["placementContact"], form["placementName"], cancellation));
        var guardians = await GuardiansAsync(form, cancellation);
        CaseParty[] parties =
        [
            new("referrer", Referral.MunicipalitySide, referrer.PersonId),
            new("bbu", Referral.MunicipalitySide, bbu.PersonId),
            .. guardians.Where(guardian => guardian.PersonId is not null && !ConsentRule.IsExempt(living)).Select(guardian => new CaseParty(guardian.Id, Referral.ChildSide, guardian.PersonId!)),
            .. placement is null ? [] : new[] { new CaseParty("placement", Referral.ChildSide, placement.Contact.PersonId) },
        ];
        return new Referral
        {
            Id = id,
            DepartmentId = FamilyFormRules.DepartmentOf(form["department"], Services.Organisation)!,
            PersonId = await ChildAsync(id, form, cancellation),
            Created = now,
            FormHash = form.Hash(),
            State = ReferralState.Received,
            Child = Child(form),
            MunicipalityId = Services.Organisation.HjemTilOs!.Municipality(form["municipality"])?.Id,
            Living = living,
            Placement = placement,
            Referrer = referrer,
            Bbu = bbu,
            Guardians = guardians,
            Exception = ConsentRule.IsExempt(living) ? new ConsentException(MemberReading.Date(form["informedOn"])!.Value, TypedText.Plain(form["informedBy"])) { ParentsView = TypedText.Plain(form["parentsView"]) } : null,
            Doubts = ReferralRules.Doubts(form, WallTime.LocalDate(now)),
            Parties = [.. parties.DistinctBy(party => party.PersonId)],
        };
    }

    // a child has no address to be found by: its id follows from the referral's
    private async Task<string> ChildAsync(string id, ReferralForm form, CancellationToken cancellation)
    {
        var person = "p-" + Ids.Derive("referred-child", id);
        var batch = new RegisterBatch(Partitions.Person(person)).Insert(Person.Row, new Person { Id = person, Name = TypedText.Plain(form["childName"]), Language = "da" });
        await Services.Register.CommitAsync(batch, cancellation); // a conflict means that they are there
        return person;
    }

    private async Task<ContactPerson> ContactAsync(ReferralForm form, string who, string name, string unit, CancellationToken cancellation)
    {
        var (email, phone) = (Email.Read(form[who + "Email"]).Value.Value, Phone(form[who + "Phone"]));
        return new ContactPerson(TypedText.Plain(name), TypedText.Plain(unit), email, phone, await Services.People.FindOrCreateByEmailAsync(email, TypedText.Plain(name), form.Language, phone, cancellation));
    }

    private async Task<IReadOnlyList<Guardian>> GuardiansAsync(ReferralForm form, CancellationToken cancellation)
    {
        var guardians = new List<Guardian>();
        foreach (var number in ReferralRules.GuardianNumbers(form))
        {
            string Of(string part) => form[ReferralFields.Guardian(number, part)];
            var (name, language) = (TypedText.Plain(Of("Name")), Language.Languages.Of(Of("Language")));
            var email = Of("Email").Length > 0 ? Email.Read(Of("Email")).Value?.Value : null;
            guardians.Add(new Guardian($"guardian-{guardians.Count + 1}", name, language)
            {
                Email = email,
                Phone = Phone(Of("Phone")),
                PersonId = email is null ? null : await Services.People.FindOrCreateByEmailAsync(email, name, language, Phone(Of("Phone")), cancellation),
            });
        }

        return guardians;
    }

    private static string? Phone(string typed) => typed.Length > 0 && PhoneNumber.Read(typed) is { IsOk: true } number ? number.Value.E164 : null;

    private static ReferredChild Child(ReferralForm form) => new()
    {
        Name = TypedText.Plain(form["childName"]),
        BirthDate = MemberReading.Date(form["childBirthDate"])!.Value,
        Street = TypedText.Plain(form["street"]),
        Postcode = TypedText.Plain(form["postcode"]),
        Town = TypedText.Plain(form["town"]),
        Languages = [.. form.Has("danish") ? ["da"] : Array.Empty<string>(), .. form.Has("english") ? ["en"] : Array.Empty<string>()],
        OtherLanguages = TypedText.Plain(form["otherLanguages"]),
        OwnWish = TypedText.Plain(form["ownWish"]),
        Interests = TypedText.Plain(form["interests"]),
        WishAndNeed = TypedText.Plain(form["wishAndNeed"]),
        SpecialNeeds = TypedText.Plain(form["specialNeeds"]),
        Siblings = TypedText.Plain(form["siblings"]),
        Weekdays = [.. WeekdayWords.All.Where(day => form.Has(ReferralFields.Day(day)))],
    };
}
