using System.IO.Compression;
using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Embedded;
using Husrum.Functions.Embedded.Backups;
using Husrum.Functions.Messages;
using Husrum.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Husrum.Functions.Tests.Embedded;

public sealed class BackupTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => _temp.At("data");

    private string Other => _temp.At("other");

    private string Archive => _temp.At("backup.zip");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task What_was_there_at_the_backup_is_there_after_the_restore_taken_while_the_program_ran()
    {
        var receipt = HomeBench.Document("%PDF-1.7 kvittering");
        byte[] mac;
        await using (var home = HomeBench.Open(Data))
        {
            await home.PutThingAsync("before");
            await home.Documents.PutAsync(receipt, Cancellation);
            await Backup.WriteAsync(home.Folder, Archive);
            await home.PutThingAsync("after");
            mac = FileLinkKey.Open(home.Folder.LinkKey).Authenticate("x"u8);
        }

        await Restore.RunAsync(Archive, new DataFolder(Other), force: false);
        await using var restored = HomeBench.Open(Other);
        (await restored.ThingAsync())!.Name.ShouldBe("before");
        FileLinkKey.Open(restored.Folder.LinkKey).Authenticate("x"u8).ShouldBe(mac);
        await using var stream = (await restored.Documents.OpenAsync(receipt.Sha256, Cancellation)).ShouldNotBeNull();
        using var reader = new StreamReader(stream);
        (await reader.ReadToEndAsync(Cancellation)).ShouldBe("%PDF-1.7 kvittering");
    }

    [Fact]
    public async Task Writers_do_not_disturb_the_copy()
    {
        await using var home = HomeBench.Open(Data);
        await home.Register.CommitAsync(new RegisterBatch("case:1").Put("a", new Thing("0", 0)).Put("b", new Thing("0", 0)), Cancellation);
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(
            async () =>
            {
                for (var i = 1; !stop.IsCancellationRequested; i++)
                    await home.Register.CommitAsync(new RegisterBatch("case:1").Put("a", new Thing(i.ToString(), i)).Put("b", new Thing(i.ToString(), i)));
            },
            Cancellation);
        await Backup.WriteAsync(home.Folder, Archive);
        await stop.CancelAsync();
        await writer;

        await Restore.RunAsync(Archive, new DataFolder(Other), force: false);
        await using var restored = HomeBench.Open(Other);
        (await restored.ThingAsync()).ShouldBe((await restored.Register.GetAsync<Thing>("case:1", "b", Cancellation))!.Value);
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_refused_and_with_force_moved_aside()
    {
        await MakeBackupAsync("old");
        await using (var home = HomeBench.Open(Data))
            await home.PutThingAsync("newer");
        (await Refusal(Archive, Data)).ShouldContain("--force");

        await Restore.RunAsync(Archive, new DataFolder(Data), force: true);
        await using (var restored = HomeBench.Open(Data))
            (await restored.ThingAsync())!.Name.ShouldBe("old");
        var aside = Directory.GetDirectories(Data, "before-restore-*").ShouldHaveSingleItem();
        await using var kept = HomeBench.Open(aside);
        (await kept.ThingAsync())!.Name.ShouldBe("newer");
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_even_with_force()
    {
        await MakeBackupAsync("old");
        await using var home = HomeBench.Open(Data);
        (await Refusal(Archive, Data, force: true)).ShouldContain("in use");
        (await home.ThingAsync())!.Name.ShouldBe("old");
    }

    [Theory]
    [InlineData("husrum.db")]
    [InlineData("organisation.json")]
    [InlineData("manifest.json")]
    [InlineData("keys/link.key")]
    [InlineData("documents/")]
    public async Task An_archive_with_a_part_gone_or_changed_is_refused_and_nothing_is_touched(string part)
    {
        await MakeBackupAsync("old", HomeBench.Document("%PDF-1.7 kvittering"));
        foreach (var replacement in new[] { null, "something else" })
        {
            var broken = _temp.At($"broken-{replacement?.Length}.zip");
            File.Copy(Archive, broken);
            using (var zip = ZipFile.Open(broken, ZipArchiveMode.Update))
            {
                var entry = zip.Entries.Single(e => e.FullName.StartsWith(part));
                var name = entry.FullName;
                entry.Delete();
                if (replacement is not null && part != "keys/link.key")
                {
                    using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                    writer.Write(replacement);
                }
            }

            (await Refusal(broken, Other)).ShouldContain("cannot be used");
            File.Exists(Path.Combine(Other, "husrum.db")).ShouldBeFalse();
            Directory.Exists(Path.Combine(Other, ".restoring")).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task An_entry_that_points_elsewhere_is_not_unpacked()
    {
        await MakeBackupAsync("old");
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Update))
        {
            foreach (var name in new[] { "../escaped.txt", "documents/../../escaped.txt", "keys/../../escaped.key" })
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write("x");
            }
        }

        await Restore.RunAsync(Archive, new DataFolder(Other), force: false);
        Directory.EnumerateFiles(_temp.Path, "escaped*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_archive_and_an_archive_of_a_newer_kind_are_refused()
    {
        await File.WriteAllTextAsync(Archive, "not a zip", Cancellation);
        (await Refusal(Archive, Other)).ShouldContain("cannot be used");
        (await Refusal(_temp.At("missing.zip"), Other)).ShouldContain("no file");

        File.Delete(Archive);
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(zip.CreateEntry("manifest.json").Open());
            writer.Write("""{"format":2,"taken":"2026-08-31T06:00:00Z","databaseSha256":"","documents":0}""");
        }

        (await Refusal(Archive, Other)).ShouldContain("newer version");
    }

    [Fact]
    public async Task Only_the_owner_may_read_a_backup_or_what_is_restored()
    {
        if (OperatingSystem.IsWindows())
            return;
        await MakeBackupAsync("old");
        await Restore.RunAsync(Archive, new DataFolder(Other), force: false);
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        (File.GetUnixFileMode(Archive) & others).ShouldBe(UnixFileMode.None);
        (File.GetUnixFileMode(Path.Combine(Other, "keys", "link.key")) & others).ShouldBe(UnixFileMode.None);
        (File.GetUnixFileMode(Other) & others).ShouldBe(UnixFileMode.None);
    }

    [Fact]
    public async Task After_a_restore_what_may_have_been_sent_waits_for_a_word_and_what_was_to_come_comes()
    {
        var now = DateTimeOffset.UtcNow;
        var clock = new TestClock(now.AddDays(-2));
        await using (var home = HomeBench.Open(Data, clock))
        {
            await home.WriteNoticeAsync("due-meanwhile", now.AddDays(-1));
            await home.WriteNoticeAsync("to-come", now.AddDays(5));
            await home.Hub.ScheduleNewOrchestrationInstanceAsync("Overdue_1", null, new("overdue"), Cancellation);
            await home.Hub.WhenIdleAsync();
            await Backup.WriteAsync(home.Folder, Archive);
        }

        (await Restore.RunAsync(Archive, new DataFolder(Other), force: false)).ShouldBe(1);
        await using var restored = HomeBench.Open(Other);
        await new RestoreCatchUp(restored.Hub, restored.Register, NullLogger<RestoreCatchUp>.Instance).RunAsync(Cancellation);
        (await restored.NoticeAsync("due-meanwhile")).State.ShouldBe(NoticeState.Held);
        (await restored.NoticeAsync("overdue")).State.ShouldBe(NoticeState.Held);
        (await restored.NoticeAsync("to-come")).State.ShouldBe(NoticeState.Due);

        await restored.WriteNoticeAsync("new", now.AddMinutes(1));
        var hold = new NoticeHold(restored.Register);
        (await hold.ReasonAsync(await restored.NoticeAsync("to-come"), Cancellation)).ShouldBeNull();
        (await hold.ReasonAsync(await restored.NoticeAsync("new"), Cancellation)).ShouldBeNull();
        var desk = new NoticeDesk(restored.Register, new NoticeList(restored.Register), TimeProvider.System);
        (await desk.ReleaseHeldAsync(Cancellation)).ShouldBe(2);
        (await hold.ReasonAsync(await restored.NoticeAsync("overdue"), Cancellation)).ShouldBeNull();
    }

    private async Task MakeBackupAsync(string thing, params Core.Documents.PreparedDocument[] documents)
    {
        await using var home = HomeBench.Open(Data);
        await home.PutThingAsync(thing);
        foreach (var document in documents)
            await home.Documents.PutAsync(document, Cancellation);
        await Backup.WriteAsync(home.Folder, Archive);
    }

    private static async Task<string> Refusal(string archive, string data, bool force = false) =>
        (await Should.ThrowAsync<DataFolderException>(() => Restore.RunAsync(archive, new DataFolder(data), force))).Message;
}
