namespace Husrum.Core.HjemTilOs.Referrals.Intake;

/// <summary>Puts what one person typed together with what another saved meanwhile. Nothing typed is lost: a field that only one of them changed is theirs; one that both changed keeps what this person typed on the page, and shows them the other's.</summary>
public static class DraftMerging
{
    private const int MostTexts = 40;

    /// <summary>The draft's next version.</summary>
    /// <param name="draft">As it is saved.</param>
    /// <param name="posted">What was posted, all fields.</param>
    /// <param name="basedOn">The version the page showed.</param>
    /// <returns>The fields, and those that both changed, with the other one's text: these are not saved before the person has seen it.</returns>
    public static (IReadOnlyDictionary<string, IReadOnlyList<DraftText>> Fields, IReadOnlyDictionary<string, string> Conflicts) Merge(ReferralDraft draft, IReadOnlyDictionary<string, string> posted, int basedOn)
    {
        var fields = new Dictionary<string, IReadOnlyList<DraftText>>(draft.Fields, StringComparer.Ordinal);
        var conflicts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in ReferralFields.All)
        {
            var (mine, saved, shown) = (posted.GetValueOrDefault(name, ""), draft.Text(name), draft.TextIn(name, basedOn));
            if (mine == saved || mine == shown)
                continue;
            if (saved != shown)
                conflicts[name] = saved;
            else
                fields[name] = [.. (fields.GetValueOrDefault(name) ?? []).TakeLast(MostTexts), new DraftText(draft.Version + 1, mine)];
        }

        return (fields, conflicts);
    }
}
