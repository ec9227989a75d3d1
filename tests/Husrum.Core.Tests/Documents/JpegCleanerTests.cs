using Husrum.Core.Documents;

using Husrum.Testing;

namespace Husrum.Core.Tests.Documents;

public sealed class JpegCleanerTests
{
    [Fact]
    public void A_photo_keeps_its_picture_and_loses_everything_else()
    {
        var cleaned = JpegCleaner.Clean(JpegFile.Photo()).Value;
        cleaned.AsSpan().IndexOf("SECRET"u8).ShouldBe(-1);
        cleaned.ShouldBe(JpegFile.Start()
            .Jfif()
            .Raw(MinimalExif(6))
            .Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0])
            .Icc()
            .Tables().Frame().Scan().End().ToArray());
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(6, false)]
    [InlineData(8, true)]
    public void Which_way_is_up_is_kept(int orientation, bool little)
    {
        var photo = JpegFile.Start().Exif(orientation, little).Tables().Frame().Scan().End().ToArray();
        JpegCleaner.Clean(photo).Value.ShouldBe(JpegFile.Start().Raw(MinimalExif(orientation)).Tables().Frame().Scan().End().ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(4711)]
    public void An_upright_picture_or_a_senseless_direction_needs_no_word(int orientation) =>
        JpegCleaner.Clean(JpegFile.Start().Exif(orientation).Tables().Frame().Scan().End().ToArray()).Value
            .ShouldBe(JpegFile.Start().Tables().Frame().Scan().End().ToArray());

    [Fact]
    public void Metadata_between_the_scans_of_a_progressive_picture_goes_too()
    {
        var photo = JpegFile.Start().Exif(1).Tables().Frame(0xC2).Scan(0, 0).Xmp().Tables().Scan(1, 63).Segment(0xFE, JpegFile.Bytes(JpegFile.Secret)).Scan(1, 63).End().ToArray();
        JpegCleaner.Clean(photo).Value.ShouldBe(JpegFile.Start().Tables().Frame(0xC2).Scan(0, 0).Tables().Scan(1, 63).Scan(1, 63).End().ToArray());
    }

    [Fact]
    public void Restart_markers_and_stuffed_bytes_belong_to_the_picture()
    {
        var picture = JpegFile.Start().Tables().Segment(0xDD, 0, 1).Frame(width: 16).Scan(0, 63, 0x3F, 0xFF, 0x00, 0xFF, 0xD0, 0x3F).End().ToArray();
        JpegCleaner.Clean(picture).Value.ShouldBe(picture);
    }

    [Fact]
    public void Filling_before_a_marker_is_allowed()
    {
        var filled = JpegFile.Start().Raw(0xFF, 0xFF, 0xFF).Tables().Frame().Scan().Raw(0xFF, 0xFF).End().ToArray();
        JpegCleaner.Clean(filled).Value.ShouldBe(JpegFile.Start().Tables().Frame().Scan().End().ToArray());
    }

    [Fact]
    public void A_colour_profile_in_parts_is_kept_whole_or_not_at_all()
    {
        var whole = JpegFile.Start().Icc(1, 2).Icc(2, 2).Tables().Frame().Scan().End().ToArray();
        JpegCleaner.Clean(whole).Value.ShouldBe(whole);
        var plain = JpegFile.Start().Tables().Frame().Scan().End().ToArray();
        JpegCleaner.Clean(JpegFile.Start().Icc(1, 2).Tables().Frame().Scan().End().ToArray()).Value.ShouldBe(plain);
        JpegCleaner.Clean(JpegFile.Start().Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. JpegFile.Bytes(JpegFile.Secret)]).Tables().Frame().Scan().End().ToArray()).Value.ShouldBe(plain);
    }

    [Fact]
    public void Text_cannot_hide_in_segments_that_are_kept()
    {
        var secret = JpegFile.Bytes(JpegFile.Secret);
        foreach (var marker in new byte[] { 0xDB, 0xC4, 0xDD, 0xC0, 0xDA })
            Problem(JpegFile.Start().Tables().Frame().Segment(marker, secret).Scan().End()).ShouldContain("beskadiget");
    }

    [Fact]
    public void A_file_that_breaks_off_is_told_wherever_it_does()
    {
        var whole = JpegFile.Start().Exif(6).Tables().Frame().Scan().End().ToArray();
        for (var length = 3; length < whole.Length; length++)
            JpegCleaner.Clean(whole[..length]).IsOk.ShouldBeFalse($"cut to {length} bytes");
        JpegCleaner.Clean(whole).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0xC3)] // lossless
    [InlineData(0xC5)] // hierarchical
    [InlineData(0xC9)] // arithmetic
    [InlineData(0xF7)] // JPEG-LS
    public void A_kind_of_jpeg_that_browsers_do_not_show_is_refused(byte frame) => Problem(JpegFile.Start().Tables().Frame(frame).Scan().End()).ShouldNotBeEmpty();

    [Theory]
    [InlineData(8000, 7500, true)]
    [InlineData(8000, 7501, false)]
    [InlineData(65535, 65535, false)]
    public void A_flood_of_pixels_is_refused_by_the_declared_size(int height, int width, bool taken) =>
        JpegCleaner.Clean(JpegFile.Start().Tables().Frame(0xC0, height, width).Scan().End().ToArray()).IsOk.ShouldBe(taken);

    [Fact]
    public void A_picture_of_no_size_two_frames_or_no_scan_is_refused()
    {
        Problem(JpegFile.Start().Tables().Frame(0xC0, 0).Scan().End()).ShouldContain("skærmbillede");
        Problem(JpegFile.Start().Tables().Frame().Frame().Scan().End()).ShouldContain("beskadiget");
        Problem(JpegFile.Start().Tables().Frame().End()).ShouldContain("beskadiget");
        Problem(JpegFile.Start().Tables().Scan().Frame().End()).ShouldContain("beskadiget");
    }

    [Fact]
    public void Coded_data_that_runs_on_into_metadata_is_refused() =>
        Problem(JpegFile.Start().Tables().Frame().Scan(0, 63, [0x3F, .. "Exif\0\0"u8, .. JpegFile.Bytes(JpegFile.Secret)]).End()).ShouldContain("beskadiget");

    private static string Problem(JpegFile file) => JpegCleaner.Clean(file.ToArray()).Problem.ShouldNotBeNull().Danish;

    private static byte[] MinimalExif(int orientation) =>
    [
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
    ];
}
