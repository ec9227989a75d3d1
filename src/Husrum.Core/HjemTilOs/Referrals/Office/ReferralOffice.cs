using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Referrals.Rules;
using Husrum.Core.HjemTilOs.Referrals.Steps;

namespace Husrum.Core.HjemTilOs.Referrals.Office;

/// <summary>What staff see of referrals and do for them, signed in: those of their departments; leaders all.</summary>
public sealed class ReferralOffice(CaseFiles<Referral> files, CaseStories stories, CaseBook<Referral> book, CaseServices services)
{
    /// <summary>Where the list is; a referral has its id behind it.</summary>
    public const string Page = "/hjem-til-os/henvisninger";

    private const int LongestLine = 200;
    private const int LongestText = 2_000;

    private DateOnly Today => WallTime.LocalDate(services.Now);

    /// <summary>The referrals that are not closed, late ones first.</summary>
    public Task<IReadOnlyList<CaseFile<Referral>>> AllAsync(string readerId, CancellationToken cancellation = default) => files.OpenAsync(readerId, cancellation);

    /// <summary>A referral's page; null where there is none, or it is not theirs to see.</summary>
    public async Task<ReferralFile?> FileAsync(string referralId, string readerId, CancellationToken cancellation = default)
    {
        if (await files.FindAsync(referralId, readerId, cancellation) is not { } file || await services.Staff.GetAsync(readerId, cancellation) is not { Value: var reader })
            return null;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in file.Case.Guardians.SelectMany(g => g.Consents).Select(c => c.RecordedBy).OfType<string>().Distinct(StringComparer.Ordinal))
            names[id] = (await services.People.GetAsync(id, cancellation))?.Value.Name ?? "";
        var others = await stories.OfAsync(file.Case.PersonId, readerId, reader.LooksAfter, cancellation);
        return new ReferralFile(file, names, [.. others.Where(story => story.CaseId != referralId)]);
    }

    /// <summary>Both declarations of a guardian, signed on paper. Recorded twice, they count once.</summary>
    /// <param name="referralId">The referral.</param>
    /// <param name="readerId">Who holds the documents.</param>
    /// <param name="guardianId">Whose.</param>
    /// <param name="signedOn">As typed.</param>
    /// <param name="hold">True where they say that they have both papers.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What is wrong; null where the referral is not theirs to see.</returns>
    public async Task<IReadOnlyList<FieldProblem>?> SignedAsync(string referralId, string readerId, string guardianId, string signedOn, bool hold, CancellationToken cancellation = default)
    {
        if (await files.FindAsync(referralId, readerId, cancellation) is not { Case: var referral } || Number(referral, guardianId) is not { } number)
            return null;
        FieldProblem[] problems =
        [
            .. HeldOn.Read(signedOn, Today) is null ? [HeldOn.Problem(guardianId + "-signedOn")] : Array.Empty<FieldProblem>(),
            .. hold ? [] : new[] { new FieldProblem(guardianId + "-hold", "Sæt kryds, når du har begge papirer.", "Tick the box when you have both papers.") },
        ];
        if (problems.Length > 0)
            return problems;
        var (on, today, programme) = (HeldOn.Read(signedOn, Today)!.Value, Today, services.Organisation.HjemTilOs!);
        await book.MoveAsync(
            referralId,
            $"{PaperConsent.QuestionOf(number)}:{PaperConsent.Signed}",
            readerId,
            old => SignedOnPaper.IsSought(old, guardianId)
                ? ReferralReadiness.Settle(SignedOnPaper.Record(old, guardianId, on, programme.MunicipalityConsent.Version, programme.OwnConsent.Version, readerId), today, programme.WaitingMonths)
                : null,
            cancellation);
        return [];
    }

    /// <summary>A guardian has said no, or taken a yes back, to somebody of the staff: by phone, at a meeting. As by their own link: a no before any yes is talked about, a yes taken back pauses everything at once.</summary>
    public async Task<IReadOnlyList<FieldProblem>?> TakenBackAsync(string referralId, string readerId, string guardianId, CancellationToken cancellation = default)
    {
        if (await files.FindAsync(referralId, readerId, cancellation) is not { Case: var referral } || Number(referral, guardianId) is null)
            return null;
        var now = services.Now;
        if (!await book.MoveAsync(referralId, ReferralWords.Refused, readerId, old => ConsentRule.Refused(old, guardianId, now), cancellation))
            await book.MoveAsync(referralId, ReferralWords.ConsentWithdrawn, readerId, old => ConsentRule.TakenBack(old, guardianId, now), cancellation);
        return [];
    }

    /// <summary>When and by whom the parents were informed, where no consent is needed (barnets lov § 54 stk. 2; rules-and-sources.md 1.7, R10).</summary>
    public async Task<IReadOnlyList<FieldProblem>?> InformedAsync(string referralId, string readerId, string on, string by, string parentsView, CancellationToken cancellation = default)
    {
        if (await files.FindAsync(referralId, readerId, cancellation) is null)
            return null;
        var problems = new List<FieldProblem>();
        if (HeldOn.Read(on, Today) is null)
            problems.Add(HeldOn.Problem("informedOn"));
        if (TypedText.Plain(by).Length == 0)
            problems.Add(new("informedBy", "Skriv, hvem der har orienteret forældrene.", "Please write who informed the parents."));
        problems.AddRange(TextRules.Problems(LongestLine, ("informedBy", by)));
        problems.AddRange(TextRules.Problems(LongestText, ("parentsView", parentsView)));
        if (problems.Count > 0)
            return [.. problems.DistinctBy(problem => problem.Field)];
        var next = new ConsentException(HeldOn.Read(on, Today)!.Value, TypedText.Plain(by)) { ParentsView = TypedText.Plain(parentsView) };
        await book.MoveAsync(referralId, ReferralWords.Informed, readerId, old => old.Exception is null || old.Exception == next ? null : old with { Exception = next }, cancellation);
        return [];
    }

    /// <summary>The referral is closed, when staff have talked with the referrer. While there is a match, that is ended first; an unconfirmed one closes by itself.</summary>
    public async Task<IReadOnlyList<FieldProblem>?> CloseAsync(string referralId, string readerId, CancellationToken cancellation = default)
    {
        if (await files.FindAsync(referralId, readerId, cancellation) is null)
            return null;
        await book.MoveAsync(referralId, ReferralWords.ClosedByStaff, readerId, ReferralReadiness.Closed, cancellation);
        return [];
    }

    private static int? Number(Referral referral, string guardianId) => referral.Guardians.Select((guardian, index) => (guardian.Id, Number: index + 1)).Where(g => g.Id == guardianId).Select(g => (int?)g.Number).FirstOrDefault();
}

/// <summary>A referral as staff see it.</summary>
/// <param name="File">The referral, where it stands, what it waits for, what has happened.</param>
/// <param name="Recorders">Names of those who recorded consents, by id.</param>
/// <param name="Others">The child's matches and years, newest first.</param>
public sealed record ReferralFile(CaseFile<Referral> File, IReadOnlyDictionary<string, string> Recorders, IReadOnlyList<CaseStory> Others);
