using Husrum.Core.Language;

namespace Husrum.Core.Documents;

/// <summary>Why a file is not taken, and how to send it so that it is.</summary>
internal static class UploadProblems
{
    public static Bilingual Empty { get; } = new("Filen er tom. Prøv at vælge den igen.", "The file is empty. Please try choosing it again.");

    public static Bilingual Heic { get; } = new(
        "Billedet er i formatet HEIC, som ikke alle kan åbne. På iPhone kan du gå til Indstillinger > Kamera > Formater, vælge “Mest kompatible” og tage billedet igen. Eller tag et skærmbillede af billedet, og send det.",
        "The picture is in HEIC format, which not everyone can open. On an iPhone you can go to Settings > Camera > Formats, choose “Most Compatible” and take the picture again. Or take a screenshot of the picture and send that.");

    public static Bilingual Damaged { get; } = new(
        "Billedet er beskadiget eller ikke sendt helt færdigt. Prøv igen, eller tag et nyt billede.",
        "The picture is damaged or was not sent completely. Please try again, or take a new picture.");

    public static Bilingual UnusualImage { get; } = new(
        "Billedet er gemt på en måde, som browsere ikke kan vise. Tag et skærmbillede af det, og send det.",
        "The picture is saved in a way that browsers cannot show. Please take a screenshot of it and send that.");

    public static Bilingual TooManyPixels { get; } = new(
        "Billedet har alt for mange billedpunkter (højst 60 megapixel). Tag et skærmbillede af det, og send det.",
        "The picture has far too many pixels (at most 60 megapixels). Please take a screenshot of it and send that.");

    public static Bilingual DamagedPdf { get; } = new(
        "PDF-filen er beskadiget eller ikke sendt helt færdigt. Prøv at hente den igen.",
        "The PDF file is damaged or was not sent completely. Please try downloading it again.");

    public static Bilingual LockedPdf { get; } = new(
        "PDF-filen er låst. Åbn den, vælg “Udskriv” og “Gem som PDF”, og send den nye fil. Eller tag et skærmbillede.",
        "The PDF file is locked. Open it, choose “Print” and “Save as PDF”, and send the new file. Or take a screenshot.");

    public static Bilingual Infected { get; } = new(
        "Vores virusscanner advarer mod filen, så vi har ikke gemt den. Tag et nyt billede af kvitteringen, eller hent PDF-filen igen der, hvor du fik den.",
        "Our virus scanner warns against the file, so we have not kept it. Please take a new picture of the receipt, or download the PDF again from where you got it.");

    public static Bilingual NotScannedNow { get; } = new(
        "Vi kan ikke tjekke filen for virus lige nu. Prøv igen om lidt.",
        "We cannot check the file for viruses right now. Please try again in a little while.");

    public static Bilingual TooLarge(int bytes)
    {
        const int Megabyte = 1024 * 1024;
        // Rounded up: one byte too many must not read as "10.0 of 10".
        var tenths = (bytes * 10L + Megabyte - 1) / Megabyte;
        return new(
            $"Filen fylder {tenths / 10},{tenths % 10} MB, og der er plads til 10 MB. Tag et skærmbillede af kvitteringen, og send det.",
            $"The file is {tenths / 10}.{tenths % 10} MB, and there is room for only 10 MB. Please take a screenshot of the receipt and send that.");
    }

    public static Bilingual WrongEnding(string kind, string ending) => new(
        $"Filens navn passer ikke til indholdet: det er en {kind}-fil. Giv den et navn, der ender på {ending}, og send den igen.",
        $"The file's name does not match its content: it is a {kind} file. Please give it a name that ends in {ending} and send it again.");

    public static Bilingual OtherKind(FileKind kind) => kind switch
    {
        FileKind.Archive => new(
            "Pakkede filer (zip og lignende) og filer fra Word eller Excel kan vi ikke tage imod. Send kvitteringerne hver for sig som PDF eller billede.",
            "We cannot accept packed files (zip and the like) or files from Word or Excel. Please send each receipt by itself, as a PDF or a picture."),
        FileKind.Office => new("Dokumenter fra Word eller Excel kan vi ikke tage imod. Gem som PDF, og send PDF-filen.", "We cannot accept documents from Word or Excel. Please save as PDF and send the PDF file."),
        FileKind.OtherImage => new("Det billedformat kan vi ikke tage imod. Gem billedet som JPEG eller PNG, eller tag et skærmbillede.", "We cannot accept that picture format. Please save the picture as JPEG or PNG, or take a screenshot."),
        FileKind.Video => new("Videoer og lydfiler kan vi ikke tage imod. Tag et billede af kvitteringen.", "We cannot accept videos and sound files. Please take a picture of the receipt."),
        _ => new("Filen er hverken PDF, JPEG eller PNG. Send kvitteringen som PDF eller som billede.", "The file is not a PDF, JPEG or PNG. Please send the receipt as a PDF or a picture."),
    };
}
