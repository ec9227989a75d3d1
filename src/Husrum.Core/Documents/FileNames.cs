using Husrum.Core.Language;

namespace Husrum.Core.Documents;

/// <summary>Whether a file's ending agrees with its content (OWASP ASVS 5.2.2). The name is looked at here and nowhere else.</summary>
internal static class FileNames
{
    private static readonly string[] Archives = [".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".cab", ".iso"];

    public static Bilingual? Problem(string? fileName, FileKind kind)
    {
        var extension = Path.GetExtension(fileName ?? "").ToLowerInvariant();
        if (kind == FileKind.Heic || (extension is ".heic" or ".heif" && kind != FileKind.Jpeg && kind != FileKind.Png))
            return UploadProblems.Heic;
        if (Archives.Contains(extension))
            return UploadProblems.OtherKind(FileKind.Archive);
        return (kind, extension) switch
        {
            (FileKind.Pdf, ".pdf") or (FileKind.Jpeg, ".jpg" or ".jpeg") or (FileKind.Png, ".png") => null,
            (FileKind.Pdf, _) => UploadProblems.WrongEnding("PDF", ".pdf"),
            (FileKind.Jpeg, _) => UploadProblems.WrongEnding("JPEG", ".jpg"),
            (FileKind.Png, _) => UploadProblems.WrongEnding("PNG", ".png"),
            _ => UploadProblems.OtherKind(kind),
        };
    }
}
