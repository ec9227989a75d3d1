using Husrum.Core.Documents;
using Husrum.Core.Forms;
using Husrum.Functions.Embedded;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Claim;

/// <summary>Takes the files of a form: each is checked, cleaned and kept with the draft, or refused with a reason beside the field.</summary>
internal sealed class ReceiptIntake(Drafts drafts, IVirusScanner scanner, IUploadRoom room)
{
    /// <summary>The form field of the files.</summary>
    public const string Field = "receipts";

    public async Task<(DraftFiles Files, IReadOnlyList<FieldProblem> Problems)> TakeAsync(IFormFileCollection posted, DraftFiles files, CancellationToken cancellation)
    {
        var problems = new List<FieldProblem>();
        var chosen = posted.Where(file => file.Name == Field && (file.Length > 0 || file.FileName.Length > 0)).ToList();
        if (chosen.Count > 0 && !room.HasRoom)
            return (files, [NoRoom]);
        foreach (var file in chosen)
        {
            if (files.Files.Count == UploadForm.MostFiles)
            {
                problems.Add(TooMany);
                break;
            }

            var read = file.Length > Upload.LargestFile
                ? TooLarge
                : await Upload.PrepareAsync(scanner, file.FileName, await UploadForm.BytesAsync(file, cancellation), cancellation);
            try
            {
                if (read.IsOk)
                    files = await drafts.AddAsync(files, read.Value, ShortName(file.FileName), cancellation);
            }
            catch (Exception e) when (DiskRoom.IsFull(e))
            {
                return (files, [NoRoom]);
            }

            if (!read.IsOk)
                problems.Add(new FieldProblem(Field, $"{ShortName(file.FileName)}: {read.Problem.Danish}", $"{ShortName(file.FileName)}: {read.Problem.English}"));
        }

        return (files, problems);
    }

    /// <summary>What is said when all files together are too much; none of them was kept.</summary>
    public static FieldProblem TooBig { get; } = new(
        Field,
        "Filerne fylder for meget tilsammen (der er plads til 90 MB). Alt, hvad du skrev, er her stadig. Vælg færre eller mindre filer, og send igen.",
        "The files are too big in total (there is room for 90 MB). Everything you typed is still here. Please choose fewer or smaller files and send again.");

    /// <summary>What is said when the disk has no room for files; those that came before are kept.</summary>
    public static FieldProblem NoRoom { get; } = new(
        Field,
        "Vi har ikke plads til flere filer lige nu. Det er ikke din skyld, og vi har fået besked. Alt, hvad du skrev, er her stadig. Vælg filerne igen om nogle timer, og send.",
        "We have no room for more files right now. It is not your fault, and we know about it. Everything you typed is still here. Please choose the files again in some hours and send.");

    private static FieldProblem TooMany { get; } = new(
        Field,
        "Der er plads til 10 kvitteringer på et udlæg. Send resten som et nyt udlæg.",
        "There is room for 10 receipts on a claim. Please send the rest as a new claim.");

    private static Husrum.Core.Language.Reading<PreparedDocument> TooLarge { get; } = new Husrum.Core.Language.Bilingual(
        "Filen fylder mere end 10 MB. Tag et skærmbillede af kvitteringen, og send det.",
        "The file is bigger than 10 MB. Please take a screenshot of the receipt and send that.");

    // for its sender's eyes only; a name is never used as a path
    private static string ShortName(string name)
    {
        var bare = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return bare.Length switch
        {
            0 => "?",
            > 60 => string.Concat(bare.AsSpan(0, 40), "…", bare.AsSpan(bare.Length - 16)),
            _ => bare,
        };
    }
}
