using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Documents;

using Husrum.Testing;

namespace Husrum.Core.Tests.Documents;

public sealed class UploadTests
{
    private const string Pdf = "%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";

    [Fact]
    public void A_document_is_named_by_its_cleaned_content()
    {
        var one = Upload.Prepare("IMG_0001.JPG", JpegFile.Photo()).Value;
        one.Type.ShouldBe(DocumentType.Jpeg);
        one.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(one.Content)));
        // The same picture from another place is the same document.
        var other = JpegFile.Photo();
        other[other.AsSpan().IndexOf("SECRET"u8)] = (byte)'X';
        Upload.Prepare("kvittering.jpeg", other).Value.Sha256.ShouldBe(one.Sha256);
    }

    [Fact]
    public void Cleaning_what_was_cleaned_changes_nothing()
    {
        var jpeg = Upload.Prepare("a.jpg", JpegFile.Photo()).Value;
        Upload.Prepare("a.jpg", jpeg.Content).Value.Sha256.ShouldBe(jpeg.Sha256);
        var png = Upload.Prepare("a.png", PngFile.Screenshot()).Value;
        Upload.Prepare("a.png", png.Content).Value.Sha256.ShouldBe(png.Sha256);
    }

    [Theory]
    [InlineData(Pdf)]
    [InlineData("\n\n" + Pdf)]
    [InlineData(Pdf + "\0\0\0\0")]
    [InlineData(Pdf + Pdf)] // changed and saved again
    public void A_pdf_is_kept_as_it_came(string text)
    {
        var prepared = Upload.Prepare("faktura.pdf", Encoding.Latin1.GetBytes(text)).Value;
        prepared.Type.ShouldBe(DocumentType.Pdf);
        prepared.Content.ShouldBe(Encoding.Latin1.GetBytes(text));
        DocumentTypes.Of(prepared.Content).ShouldBe(DocumentType.Pdf);
    }

    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>", "beskadiget")]
    [InlineData("%PDF-1.7\ntrailer\n<</Root 1 0 R/Encrypt 2 0 R>>\n%%EOF", "låst")]
    [InlineData("<html>%PDF-1.7\n%%EOF", "hverken PDF, JPEG eller PNG")]
    public void A_pdf_that_is_cut_locked_or_something_else_is_refused(string text, string problem) =>
        Problem("faktura.pdf", Encoding.Latin1.GetBytes(text)).ShouldContain(problem);

    [Theory]
    [InlineData("heic")]
    [InlineData("heix")]
    [InlineData("mif1")]
    [InlineData("avif")]
    public void An_iphone_photo_gets_a_kind_word_on_how_to_send_it(string brand)
    {
        byte[] heic = [0, 0, 0, 24, .. "ftyp"u8, .. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0];
        foreach (var name in new[] { "IMG_1.HEIC", "IMG_1.jpg", null })
        {
            var problem = Upload.Prepare(name, heic).Problem.ShouldNotBeNull();
            problem.Danish.ShouldContain("Indstillinger > Kamera > Formater");
            problem.Danish.ShouldContain("Mest kompatible");
            problem.English.ShouldContain("Most Compatible");
        }
    }

    [Theory]
    [InlineData("kvittering.png", "ender på .jpg")]
    [InlineData("kvittering.pdf", "ender på .jpg")]
    [InlineData("kvittering.heic", "ender på .jpg")]
    [InlineData("kvittering", "ender på .jpg")]
    [InlineData("", "ender på .jpg")]
    [InlineData(null, "ender på .jpg")]
    [InlineData("kvittering.jpg.zip", "Pakkede filer")]
    public void The_ending_must_agree_with_the_content(string? name, string problem) => Problem(name, JpegFile.Photo()).ShouldContain(problem);

    [Theory]
    [InlineData("bilag.zip", new byte[] { 0x50, 0x4B, 3, 4 }, "Pakkede filer")]
    [InlineData("bilag.jpg", new byte[] { 0x50, 0x4B, 3, 4 }, "Pakkede filer")]
    [InlineData("bilag.docx", new byte[] { 0x50, 0x4B, 3, 4 }, "Word eller Excel")]
    [InlineData("bilag.doc", new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }, "Gem som PDF")]
    [InlineData("bilag.gif", new byte[] { 0x47, 0x49, 0x46, 0x38, 0x39 }, "JPEG eller PNG, eller tag et skærmbillede")]
    [InlineData("bilag.jpg", new byte[] { 0x49, 0x49, 0x2A, 0 }, "JPEG eller PNG, eller tag et skærmbillede")]
    [InlineData("film.mp4", new byte[] { 0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6F, 0x6D }, "Videoer")]
    [InlineData("bilag.jpg", new byte[] { 0x3C, 0x73, 0x76, 0x67 }, "hverken PDF, JPEG eller PNG")]
    [InlineData("bilag.exe", new byte[] { 0x4D, 0x5A, 0x90, 0 }, "hverken PDF, JPEG eller PNG")]
    [InlineData("bilag.jpg", new byte[] { }, "tom")]
    public void Other_files_are_refused_with_a_way_out(string name, byte[] content, string problem) => Problem(name, content).ShouldContain(problem);

    [Fact]
    public void A_file_may_be_ten_megabytes_and_not_a_byte_more()
    {
        var pdf = new byte[Upload.LargestFile];
        Encoding.Latin1.GetBytes("%PDF-1.7\n").CopyTo(pdf, 0);
        Encoding.Latin1.GetBytes("%%EOF").CopyTo(pdf, pdf.Length - 5);
        Upload.Prepare("stor.pdf", pdf).IsOk.ShouldBeTrue();
        Problem("stor.pdf", [.. pdf, 0]).ShouldContain("10,1 MB");
        Problem("stor.pdf", new byte[25 * 1024 * 1024]).ShouldContain("25,0 MB");
    }

    [Fact]
    public void What_is_served_follows_from_the_content()
    {
        DocumentTypes.Of(JpegFile.Photo().AsSpan(0, 32)).ShouldBe(DocumentType.Jpeg);
        DocumentTypes.Of(PngFile.Screenshot().AsSpan(0, 32)).ShouldBe(DocumentType.Png);
        DocumentTypes.Of("<html>"u8).ShouldBeNull();
        DocumentTypes.Of([]).ShouldBeNull();
        DocumentType.Jpeg.MediaType().ShouldBe("image/jpeg");
        DocumentType.Pdf.Extension().ShouldBe(".pdf");
    }

    [Theory]
    [InlineData(ScanOutcome.Clean, null)]
    [InlineData(ScanOutcome.NotScanned, null)]
    [InlineData(ScanOutcome.Infected, "advarer mod filen")]
    [InlineData(ScanOutcome.Unavailable, "Prøv igen om lidt")]
    public async Task The_houses_scanner_has_its_say_about_the_bytes_as_sent(ScanOutcome says, string? problem)
    {
        var scanner = new SayingScanner(says);
        var prepared = await Upload.PrepareAsync(scanner, "a.jpg", JpegFile.Photo(), TestContext.Current.CancellationToken);
        prepared.IsOk.ShouldBe(problem is null);
        (prepared.Problem?.Danish ?? "").ShouldContain(problem ?? "");
        scanner.Seen.ShouldBe(JpegFile.Photo());
    }

    [Fact]
    public async Task Without_a_scanner_files_are_still_checked()
    {
        (await Upload.PrepareAsync(new NoVirusScanner(), "a.jpg", JpegFile.Photo(), TestContext.Current.CancellationToken)).IsOk.ShouldBeTrue();
        (await Upload.PrepareAsync(new NoVirusScanner(), "a.zip", [0x50, 0x4B, 3, 4], TestContext.Current.CancellationToken)).IsOk.ShouldBeFalse();
    }

    private sealed class SayingScanner(ScanOutcome outcome) : IVirusScanner
    {
        public byte[]? Seen { get; private set; }

        public Task<ScanOutcome> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
        {
            Seen = content.ToArray();
            return Task.FromResult(outcome);
        }
    }

    private static string Problem(string? name, byte[] content)
    {
        var problem = Upload.Prepare(name, content).Problem.ShouldNotBeNull();
        problem.English.ShouldNotBe(problem.Danish);
        return problem.Danish;
    }
}
