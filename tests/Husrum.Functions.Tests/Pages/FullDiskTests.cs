using System.Net;
using Husrum.Durable.TaskHub.Sqlite;
using Husrum.Functions.Embedded;
using Husrum.Testing;
using Microsoft.AspNetCore.Hosting;

namespace Husrum.Functions.Tests.Pages;

/// <summary>Anybody can fill a disk by uploading; what has been taken in goes on all the same.</summary>
public sealed class FullDiskTests(FullDiskSite site) : IClassFixture<FullDiskSite>
{
    private static readonly (string, string) Send = ("action", "send");

    [Fact]
    public async Task Below_the_reserve_uploads_are_refused_kindly_and_what_was_typed_is_kept()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var again = await form.PressAsync(Send, Claims.Typed("Asta Lund"), [("bon.jpg", JpegFile.Photo())]);
        again.Status.ShouldBe(HttpStatusCode.InsufficientStorage);
        again.Problem("receipts").ShouldNotBeNull().ShouldContain("ikke plads");
        again.Value("name").ShouldBe("Asta Lund");
        again.Value("lines[0].text").ShouldBe("Kaffe");
    }

    [Fact]
    public async Task A_claim_without_files_is_still_taken()
    {
        using var guest = site.Guest();
        var form = await guest.GetAsync("/udlaeg");
        var day = DateTime.UtcNow.AddDays(-2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var sent = await form.PressAsync(Send, [.. Claims.Typed("Bodil Krag"), ("activityDate", day), ("missingReceipt", "true"), ("missingReceiptStatement", "Bonen blev væk. Jeg købte kaffe hos købmanden.")]);
        sent.Status.ShouldBe(HttpStatusCode.SeeOther, sent.Text);
    }

    [Fact]
    public async Task Health_and_drift_say_so_and_the_program_is_still_ready()
    {
        using var guest = site.Guest();
        var health = await guest.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("uploads: not ok");
        using var staff = await site.StaffAsync(Husrum.Functions.SignIn.FirstStart.Operator);
        var drift = await staff.GetAsync("/drift");
        drift.Text.ShouldContain("ikke plads");
        drift.Text.ShouldNotContain("Alt går, som det skal");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_full_disk_is_known_by_its_error(bool isDatabase)
    {
        Exception full = isDatabase ? new SqliteException(13, "database or disk is full") : new IOException("No space left on device", 28);
        DiskRoom.IsFull(full).ShouldBeTrue();
        DiskRoom.IsFull(new InvalidOperationException("", full)).ShouldBeTrue();
        DiskRoom.IsFull(new IOException("cut off")).ShouldBeFalse();
    }
}

/// <summary>The program on a disk that never has as much room as it wants.</summary>
public sealed class FullDiskSite : PagesSite
{
    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Disk:ReserveMegabytes", "1000000000");
    }
}
