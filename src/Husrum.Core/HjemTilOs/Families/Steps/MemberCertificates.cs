using Husrum.Core.Cases;
using Husrum.Core.Certificates;
using Husrum.Core.Decisions;
using Husrum.Core.HjemTilOs.Families.Rules;
using Husrum.Core.Language;
using Husrum.Core.Volunteers.Renewal;

namespace Husrum.Core.HjemTilOs.Families.Steps;

/// <summary>The certificates of one member: børneattest and straffeattest on everyone from 15, the children living at home too (rules-and-sources.md 0.1, 1.7 F4, 2.1). A remark of one waits for a leader; the others go on.</summary>
internal sealed class MemberCertificates(string memberId, int number) : CertificateHolder<FriendFamily>
{
    /// <inheritdoc />
    public override string Prefix => $"family-{number}";

    /// <inheritdoc />
    public override Bilingual Called => new("familiemedlemmet", "the family member");

    /// <inheritdoc />
    public override IReadOnlyList<CertificateNote> Notes(FriendFamily @case) => @case.Member(memberId)?.Certificates ?? [];

    /// <inheritdoc />
    public override FriendFamily With(FriendFamily @case, CertificateNote note)
    {
        var isLost = note.OrderedOn is null && Of(@case).Certificates.Any(old => old.Kind == note.Kind && old.OrderedOn is not null);
        var next = @case.With(Of(@case) with { Certificates = note.In(Of(@case).Certificates) });
        return isLost && @case.State == FamilyState.Approved ? next with { AsksToPause = true } : next;
    }

    /// <inheritdoc />
    public override bool IsSought(FriendFamily @case) => FamilyReadiness.Asks(@case) && @case.Member(memberId) is { MovedOutOn: null };

    /// <inheritdoc />
    public override string Asks(FriendFamily @case) => Of(@case).PersonId ?? @case.PersonId;

    /// <inheritdoc />
    public override string? OnBehalfOf(FriendFamily @case) => Of(@case).PersonId is null ? Of(@case).Name : null;

    /// <inheritdoc />
    public override StepTexts ConsentTexts => new("family-consent", "family-consent-reminder") { SmsFrom = 2 };

    /// <summary>A renewal is asked for as volunteers' are: by the day until which the old one holds.</summary>
    public override IDecisionPlan OrderPlan(FriendFamily @case) => Renewing(@case) is { } last ? RenewalRules.Plan(last) : base.OrderPlan(@case);

    /// <inheritdoc />
    public override Bilingual? WhyOrdered(FriendFamily @case) => Renewing(@case) is { } last
        ? new($"Attester fornyes hvert andet år. Den gamle gælder til og med {DateWords.Long(last, "da")}.", $"Certificates are renewed every second year. The old one holds until {DateWords.Long(last, "en")}.")
        : null;

    private DateOnly? Renewing(FriendFamily @case) => Notes(@case).Where(note => note.OrderedOn is null).Min(note => note.HoldsUntil);

    /// <inheritdoc />
    public override IReadOnlyList<StepFact> Facts(FriendFamily @case, string language) =>
        [new(new Bilingual("Familiemedlem", "Family member").In(language), Of(@case).Name), new(new Bilingual("Fødselsdato", "Date of birth").In(language), DateWords.Long(Of(@case).BirthDate, language))];

    /// <inheritdoc />
    public override FriendFamily InOrder(FriendFamily @case, StepAnswer answer) => FamilyReadiness.Settle(FamilyReadiness.WakeUp(@case));

    /// <inheritdoc />
    public override (string Word, Bilingual Label, Bilingual Hint) Decline =>
        ("decline", new("Familien kan ikke være venskabsfamilie", "The family cannot be a friend family"), new("Familien får en venlig mail uden begrundelse. Har den et barn på besøg, så tal med alle først.", "The family gets a kind e-mail that gives no reason. If a child visits it, talk with everybody first."));

    /// <inheritdoc />
    public override FriendFamily Declined(FriendFamily @case) => @case with { State = @case.ApprovedOn is null ? FamilyState.Rejected : FamilyState.Stopped };

    /// <inheritdoc />
    public override Bilingual DeclinedLine => new("En leder har besluttet, at familien ikke kan være venskabsfamilie.", "A leader has decided that the family cannot be a friend family.");

    private FamilyMember Of(FriendFamily @case) => @case.Member(memberId)!;
}
