using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.HjemTilOs.Families.Steps;
using Husrum.Core.Language;
using Husrum.Core.Organisations;

namespace Husrum.Core.HjemTilOs.Families;

/// <summary>
/// From a family's form to a friend family (rules-and-sources.md 1.7, F1-F7; seeds 003_c4664cb87c6aa729 and 004_bab00eb426d4101c):
/// the address is confirmed → times for a visit are offered and one is chosen → visit and interview, in either order →
/// what each member owes, side by side → the coordinator decides. The case stays open while the family is one: who turns 13, 15 or 18, or moves in, is asked then.
/// </summary>
public sealed class FriendFamilyProcess(Organisation organisation, Followers followers) : CaseProcess<FriendFamily>
{
    /// <summary>So many people can ever stand in a family's case, those who moved out included.</summary>
    public const int MostMembers = 24;

    private static readonly TimeOnly Morning = new(9, 0);

    private readonly CaseStep<FriendFamily>[] _own =
    [
        new ConfirmFamilyAddress(organisation),
        new OfferVisit(organisation),
        new BookVisit(organisation),
        new RecordVisit(organisation),
        new RecordInterview(organisation),
    ];

    private readonly CaseStep<FriendFamily>[] _later = [new DecideFamily(organisation), new ComeBack(organisation), new AskToPause(organisation)];

    /// <inheritdoc />
    public override string Name => "friend-family";

    /// <inheritdoc />
    public override string IdPrefix => "f-";

    /// <inheritdoc />
    public override string PartitionPrefix => Prefix;

    /// <summary>What the partitions begin with.</summary>
    internal const string Prefix = "family:";

    /// <inheritdoc />
    public override string Orchestrator => FriendFamily_1.Name;

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<FriendFamily>> Steps => [.. _own, .. _later];

    /// <inheritdoc />
    public override IReadOnlyList<CaseStep<FriendFamily>> StepsOf(FriendFamily @case) => [.. _own, .. @case.Members.SelectMany((member, index) => Of(@case, member, index + 1)), .. _later];

    /// <inheritdoc />
    public override IEnumerable<string> Kinds =>
    [
        .. Steps.Select(step => step.Kind),
        .. new[] { TakeCourse.Name, ReadRules.Name, SignFamilyDeclaration.Name }.Select(subject => "family-" + subject),
        .. Enumerable.Range(1, MostMembers).SelectMany(number => CertificateSteps.OfEachKind(new MemberCertificates("", number), organisation).Select(step => step.Kind).Append(PaperDeclaration.QuestionOf(number))),
    ];

    private IEnumerable<CaseStep<FriendFamily>> Of(FriendFamily family, FamilyMember member, int number) =>
    [
        new TakeCourse(family, member, organisation),
        new ReadRules(family, member, organisation),
        new SignFamilyDeclaration(family, member, organisation),
        new PaperDeclaration(member, number, organisation),
        .. CertificateSteps.OfEachKind(new MemberCertificates(member.Id, number), organisation),
    ];

    /// <summary>Certificates to be renewed (<see cref="FamilyRenewal"/>), and birthdays on which somebody owes something new. One that passed before the family was asked for anything is made good when it is.</summary>
    public override IEnumerable<CaseMoment<FriendFamily>> MomentsOf(FriendFamily @case)
    {
        if (organisation.HjemTilOs is not { } programme || @case.State is FamilyState.Received or FamilyState.Visiting)
            yield break;
        foreach (var (member, number) in @case.Members.Select((member, index) => (member, index + 1)).Where(m => m.member.MovedOutOn is null))
        {
            foreach (var moment in FamilyRenewal.Of(@case, member, number, (family, step, kind) => [new CaseMessage("family-run-out", StepAudience.Department, step, language => House(family, kind, language))]))
                yield return moment;
            foreach (var (age, on) in FamilyNeeds.Ahead(member, programme.Learning))
            {
                yield return new CaseMoment<FriendFamily>($"{member.Id}-turns-{age}", WallTime.ToUtc(on, Morning))
                {
                    Word = FamilyWords.Birthday,
                    After = (family, passed) => FamilyReadiness.Settle(family.With(FamilyNeeds.On(family.Member(member.Id)!, programme.Learning, WallTime.LocalDate(passed.At)))),
                    Tell = family => Owes(family, $"{member.Id}-turns-{age}"),
                };
            }
        }
    }

    /// <inheritdoc />
    public override Bilingual Kind => new("Venskabsfamilie", "Friend family");

    /// <inheritdoc />
    public override Bilingual StandsAt(FriendFamily @case) => FamilyWords.Of(@case);

    /// <inheritdoc />
    public override Bilingual StandsAtForStaff(FriendFamily @case) => FamilyWords.ForStaff(@case);

    /// <inheritdoc />
    public override Bilingual Word(string what) => FamilyWords.Line(what);

    /// <summary>The family is told of the household's steps together; what the police or a leader had to say about one of them is not the others'.</summary>
    public override bool Shows(FriendFamily @case, CaseParty party, string what) =>
        party.PersonId == @case.PersonId && !what.Contains("-remark", StringComparison.Ordinal) && !what.Contains("-outcome", StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool ShowsWait(FriendFamily @case, CaseParty party, CaseStep<FriendFamily> step) =>
        party.PersonId == @case.PersonId && !step.Question.EndsWith("-remark", StringComparison.Ordinal) && !step.Question.EndsWith("-outcome", StringComparison.Ordinal);

    /// <inheritdoc />
    public override FriendFamily? Withdrawn(FriendFamily @case, DateTimeOffset now) =>
        @case.IsClosed ? null : @case with { State = @case.ApprovedOn is null ? FamilyState.Withdrawn : FamilyState.Stopped };

    /// <summary>Only the one who applied speaks for the family.</summary>
    public override FriendFamily? Withdrawn(FriendFamily @case, CaseParty party, DateTimeOffset now) => null;

    /// <inheritdoc />
    public override DateOnly? RetainUntil(FriendFamily @case, DateOnly today) => FamilyRetention.Until(@case.State, today);

    /// <inheritdoc />
    public override Task SettleAsync(FriendFamily @case, CancellationToken cancellation) => followers.FollowAsync(@case, cancellation);

    /// <inheritdoc />
    public override IEnumerable<CaseMessage> Tell(FriendFamily old, FriendFamily next)
    {
        if (next.Visit.Booked is { } booked && old.Visit.Booked != booked)
        {
            var step = $"family-booked-{next.RoundOf("family-book")}";
            yield return new CaseMessage("family-booked", StepAudience.Person, step, language => [.. House(next), new("when", DateWords.Moment(booked, language))]) { LinksToStatus = true };
            yield return new CaseMessage("family-booked-staff", StepAudience.Department, step, language => [.. House(next), new("when", DateWords.Moment(booked, language)), new("place", $"{next.Profile.Street}, {next.Profile.Postcode} {next.Profile.Town}")]);
        }

        foreach (var (member, number) in next.Members.Select((member, index) => (member, index + 1)))
        {
            if (next.ApprovedOn is null || old.Member(member.Id) is not { } before)
                continue;
            foreach (var note in member.Certificates.Where(note => note.OrderedOn is null && before.Certificates.Any(b => b.Kind == note.Kind && b.OrderedOn is not null && !CertificateRules.IsSettled(b))))
            {
                var question = $"family-{number}-{CertificateWords.Slug(note.Kind)}-order";
                yield return new CaseMessage("family-missing", StepAudience.Department, $"{question}-missing-{next.RoundOf(question)}", language => House(next, note.Kind, language));
            }
        }

        if (next.Members.Count > old.Members.Count && next.ApprovedOn is not null)
        {
            foreach (var message in Owes(next, $"moved-in-{next.Members.Count}"))
                yield return message;
        }

        if (next.State != old.State && FamilyMessages.Closing(next.State) is { } template && (next.IsClosed || old.ApprovedOn is null))
            yield return new CaseMessage(template, StepAudience.Person, template, _ => House(next)) { Button = next.IsClosed ? null : ("page", FamilyDesk.LinkOf(next)) };
        if (next.State == FamilyState.Stopped && old.State != FamilyState.Stopped)
            yield return new CaseMessage("family-stopped-staff", StepAudience.Department, "family-stopped-staff", _ => House(next));
    }

    private IEnumerable<CaseMessage> Owes(FriendFamily family, string step) =>
    [
        new("family-owes", StepAudience.Person, step, _ => House(family)) { LinksToStatus = true },
        new("family-owes-staff", StepAudience.Department, step, _ => House(family)),
    ];

    // which one: there may be two at once, and two mails that say the same are one too many
    private IEnumerable<KeyValuePair<string, string>> House(FriendFamily family, CertificateKind kind, string language) => [.. House(family), new("certificate", CertificateWords.Of(kind).In(language))];

    private IEnumerable<KeyValuePair<string, string>> House(FriendFamily family) => [new("department", organisation.Department(family.DepartmentId)?.Name ?? family.DepartmentId)];
}
