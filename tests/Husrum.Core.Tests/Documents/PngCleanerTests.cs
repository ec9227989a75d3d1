using Husrum.Core.Documents;

using Husrum.Testing;

namespace Husrum.Core.Tests.Documents;

public sealed class PngCleanerTests
{
    [Fact]
    public void A_screenshot_keeps_its_picture_and_loses_everything_else() => PngCleaner.Clean(PngFile.Screenshot()).Value.ShouldBe(
    [
        .. PngFile.Signature, .. PngFile.Header(), .. PngFile.Chunk("sRGB", 0), .. PngFile.Chunk("gAMA", 0, 0, 0xB1, 0x8F),
        .. PngFile.Chunk("pHYs", 0, 0, 0x0B, 0x13, 0, 0, 0x0B, 0x13, 1), .. PngFile.Data(), .. PngFile.End(),
    ]);

    [Fact]
    public void Palette_and_transparency_are_kept()
    {
        byte[] file = [.. PngFile.Signature, .. PngFile.Header(colour: 3), .. PngFile.Chunk("PLTE", 0, 0, 0, 255, 255, 255), .. PngFile.Chunk("tRNS", 0), .. PngFile.Data(), .. PngFile.End()];
        PngCleaner.Clean(file).Value.ShouldBe(file);
    }

    [Fact]
    public void A_wrong_checksum_is_told_in_every_byte()
    {
        byte[] file = [.. PngFile.Signature, .. PngFile.Header(), .. PngFile.Chunk("tEXt", 65, 0, 66), .. PngFile.Data(), .. PngFile.End()];
        for (var at = 8; at < file.Length; at++)
        {
            var damaged = (byte[])file.Clone();
            damaged[at] ^= 0x10;
            PngCleaner.Clean(damaged).IsOk.ShouldBeFalse($"byte {at}");
        }
    }

    [Fact]
    public void A_file_that_breaks_off_is_told_wherever_it_does()
    {
        byte[] file = [.. PngFile.Signature, .. PngFile.Header(), .. PngFile.Data(), .. PngFile.End()];
        for (var length = 8; length < file.Length; length++)
            PngCleaner.Clean(file[..length]).IsOk.ShouldBeFalse($"cut to {length} bytes");
        PngCleaner.Clean(file).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(10_000u, 6_000u, true)]
    [InlineData(10_000u, 6_001u, false)]
    [InlineData(0x7FFFFFFFu, 0x7FFFFFFFu, false)]
    [InlineData(0xFFFFFFFFu, 1u, false)]
    [InlineData(0u, 1u, false)]
    public void A_flood_of_pixels_or_a_senseless_size_is_refused(uint width, uint height, bool taken) =>
        PngCleaner.Clean([.. PngFile.Signature, .. PngFile.Header(width, height), .. PngFile.Data(), .. PngFile.End()]).IsOk.ShouldBe(taken);

    [Theory]
    [InlineData(3, 2, 0)] // three bits do not exist
    [InlineData(16, 3, 0)] // no palette of 16 bits
    [InlineData(8, 1, 0)]
    [InlineData(8, 2, 2)]
    public void A_header_that_means_nothing_is_refused(byte depth, byte colour, byte interlace) =>
        PngCleaner.Clean([.. PngFile.Signature, .. PngFile.Header(4, 4, depth, colour, interlace), .. PngFile.Data(), .. PngFile.End()]).IsOk.ShouldBeFalse();

    [Fact]
    public void Order_and_completeness_are_proved()
    {
        PngCleaner.Clean([.. PngFile.Signature, .. PngFile.Data(), .. PngFile.Header(), .. PngFile.End()]).IsOk.ShouldBeFalse();
        PngCleaner.Clean([.. PngFile.Signature, .. PngFile.Header(), .. PngFile.End()]).IsOk.ShouldBeFalse();
        PngCleaner.Clean([.. PngFile.Signature, .. PngFile.Header(), .. PngFile.Header(), .. PngFile.Data(), .. PngFile.End()]).IsOk.ShouldBeFalse();
        PngCleaner.Clean([.. PngFile.Signature, .. PngFile.Header(), .. PngFile.Chunk("NEWC"), .. PngFile.Data(), .. PngFile.End()]).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void Text_cannot_hide_in_a_chunk_that_is_kept() =>
        PngCleaner.Clean([.. PngFile.Signature, .. PngFile.Header(), .. PngFile.Chunk("gAMA", JpegFile.Bytes(JpegFile.Secret)), .. PngFile.Data(), .. PngFile.End()]).Value
            .ShouldBe([.. PngFile.Signature, .. PngFile.Header(), .. PngFile.Data(), .. PngFile.End()]);
}
