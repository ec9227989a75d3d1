using Husrum.Core.Calendar;
using Husrum.Core.Links;
using Husrum.Core.Register;
using Husrum.Core.Retention;

namespace Husrum.Core.HjemTilOs.Referrals.Intake;

/// <summary>Forms that are not sent yet, opened by a link that whoever fills it in may pass on.</summary>
public sealed class ReferralDrafts(IRegister register, PersonalLinks links, TimeProvider time)
{
    /// <summary>Days a draft is kept after it was last saved; the page says so.</summary>
    public const int DaysKept = 30;

    /// <summary>Where the form stands in a language.</summary>
    public static string PageIn(string language) => Language.Languages.Of(language) == Language.Languages.English ? "/en/hjem-til-os/referral" : "/hjem-til-os/henvisning";

    /// <summary>What the partitions begin with.</summary>
    internal const string Prefix = "referral-draft:";

    // the row says when it is deleted; the link only has to live as long as anybody could go on saving
    private static readonly TimeSpan LinkOpenFor = TimeSpan.FromDays(730);

    /// <summary>The draft a link opens; null where it does not work. Changes nothing.</summary>
    public async Task<ReferralDraft?> OpenAsync(string? token, CancellationToken cancellation = default) => (await FindAsync(token, cancellation))?.Value;

    /// <summary>Begins a draft. The same page saved twice is one.</summary>
    /// <returns>The link's token.</returns>
    public async Task<string> BeginAsync(string submissionId, IReadOnlyDictionary<string, string> posted, CancellationToken cancellation = default)
    {
        var (id, today) = (Ids.Derive("referral-draft", submissionId), WallTime.LocalDate(time.GetUtcNow()));
        var draft = new ReferralDraft
        {
            Id = submissionId,
            Version = 1,
            Fields = ReferralFields.All.Where(name => posted.GetValueOrDefault(name, "").Length > 0).ToDictionary(name => name, name => (IReadOnlyList<DraftText>)[new DraftText(1, posted[name])]),
            KeptUntil = today.AddDays(DaysKept),
        };
        var batch = new RegisterBatch(Prefix + id).Insert(ReferralDraft.Row, draft);
        links.Issue(batch, LinkPurpose.Draft, id, "draft", null, time.GetUtcNow() + LinkOpenFor, id);
        RetentionIndex.Add(batch, draft.KeptUntil.AddDays(1));
        await register.CommitAsync(batch, cancellation); // a conflict means that it is there: saved twice
        var token = links.TokenFor(LinkPurpose.Draft, id);
        await SaveAsync(token, posted, 1, cancellation);
        return token;
    }

    /// <summary>Saves what was typed, beside what another one saved meanwhile.</summary>
    /// <returns>The draft as it is now, and the fields that both changed with the other's text; null where the link does not work.</returns>
    public async Task<(ReferralDraft Draft, IReadOnlyDictionary<string, string> Conflicts)?> SaveAsync(string? token, IReadOnlyDictionary<string, string> posted, int basedOn, CancellationToken cancellation = default)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            if (await FindAsync(token, cancellation) is not { } stored)
                return null;
            var (fields, conflicts) = DraftMerging.Merge(stored.Value, posted, basedOn);
            if (fields.All(field => stored.Value.Fields.TryGetValue(field.Key, out var old) && ReferenceEquals(old, field.Value)))
                return (stored.Value, conflicts);
            var next = stored.Value with { Version = stored.Value.Version + 1, Fields = fields, KeptUntil = WallTime.LocalDate(time.GetUtcNow()).AddDays(DaysKept) };
            var batch = new RegisterBatch(stored.Partition).Replace(ReferralDraft.Row, next, stored.ETag);
            if (next.KeptUntil != stored.Value.KeptUntil)
            {
                RetentionIndex.Remove(batch, stored.Value.KeptUntil.AddDays(1));
                RetentionIndex.Add(batch, next.KeptUntil.AddDays(1));
            }

            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return (next, conflicts);
        }
    }

    private async Task<Stored<ReferralDraft>?> FindAsync(string? token, CancellationToken cancellation) =>
        await links.ResolveAsync(token, LinkPurpose.Draft, cancellation) is { } link ? await register.GetAsync<ReferralDraft>(link.Partition, ReferralDraft.Row, cancellation) : null;
}

/// <summary>Deletes a draft when it has been kept long enough.</summary>
internal sealed class ReferralDraftRetention(IRegister register) : RetainedKind
{
    /// <inheritdoc />
    public override string PartitionPrefix => ReferralDrafts.Prefix;

    /// <inheritdoc />
    public override async Task DeleteAsync(string partition, DateOnly today, CancellationToken cancellation)
    {
        if (await register.GetAsync<ReferralDraft>(partition, ReferralDraft.Row, cancellation) is not { } draft || draft.Value.KeptUntil >= today)
            return;
        if (!await PartitionEraser.EraseAsync(register, partition, ReferralDraft.Row, draft.ETag, _ => { }, cancellation))
            throw new RegisterException("A draft changed while it was being deleted.");
    }
}
