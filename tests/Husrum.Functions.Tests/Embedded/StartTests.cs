using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Durable;
using Husrum.Durable.TaskHub;
using Husrum.Durable.TaskHub.Sqlite;
using Husrum.Functions.Embedded;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Functions.Tests.Embedded;

public sealed class StartTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Options_read_as_people_type_them()
    {
        Read().ShouldBe(new StartOptions("data", false, null));
        Read("--data", "/somewhere", "--demo", "--clock", "2026-08-31T08:00").ShouldBe(new StartOptions("/somewhere", true, new DateTime(2026, 8, 31, 8, 0, 0)));
        Read("--demo", "--data=/somewhere").ShouldBe(new StartOptions("/somewhere", true, null));
        Read("--demo").Data.ShouldBe("data-demo");
    }

    [Theory]
    [InlineData("--clock", "2026-08-31T08:00")]
    [InlineData("--demo", "--clock", "31.8.2026")]
    [InlineData("--demo", "--clock", "2026-02-30T08:00")]
    [InlineData("--demo", "--clock", "0001-01-01T00:00")]
    [InlineData("--demo", "--clock", "9999-12-31T23:59")]
    [InlineData("--demo=perhaps")]
    [InlineData("--urls", "nonsense")]
    [InlineData("--urls", "http://localhost:99999")]
    [InlineData("--urls", "http://[::1")]
    [InlineData("--urls", "ftp://localhost:1")]
    [InlineData("--urls", "https://127.0.0.1:7443")]
    [InlineData("--urls", "http://localhost:7071/husrum")]
    public void What_does_not_read_is_refused(params string[] args) => Should.Throw<StartOptionsException>(() => Read(args));

    [Theory]
    [InlineData("--demo", "--dmeo")]
    [InlineData("--data", "--dta", "/somewhere")]
    [InlineData("--urls", "--url=http://localhost:1")]
    [InlineData("--data", "-data", "/somewhere")]
    [InlineData("--Messages:Gateway:Url", "--Messages:Gatway:Url", "http://localhost:1")]
    public void An_option_nobody_knows_is_refused_and_the_nearest_one_named(string meant, params string[] args) =>
        Should.Throw<StartOptionsException>(() => Read(args)).Message.ShouldContain($"Did you mean {meant}?");

    [Theory]
    [InlineData("--data")]
    [InlineData("--data", "--demo")]
    [InlineData("--data=")]
    [InlineData("--demo", "--clock")]
    public void An_option_without_its_value_is_refused(params string[] args) => Should.Throw<StartOptionsException>(() => Read(args)).Message.ShouldContain("needs a value");

    [Fact]
    public void Addresses_to_listen_at_read_as_people_write_them()
    {
        foreach (var urls in (string[])["http://127.0.0.1:0", "http://*:7071", "http://+:80/", "http://localhost:1;http://[::1]:2", "http://0.0.0.0:8080"])
            Read("--urls", urls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_that_lost_its_organisation_is_neither_a_new_one_nor_another_kinds(bool demo)
    {
        Make("used", demo);
        var folder = new DataFolder(_temp.At("used"));
        File.Delete(folder.Organisation);
        File.WriteAllBytes(folder.LinkKey, new byte[32]);
        Should.Throw<DataFolderException>(() => Make("used", !demo));
        Make("used", demo);
        File.Delete(folder.Organisation);
        File.WriteAllText(folder.Database, "something");
        Should.Throw<DataFolderException>(() => Make("used", demo)).Message.ShouldContain("organisation.json");
    }

    [Fact]
    public void A_folder_where_the_organisation_should_be_is_refused_in_words()
    {
        Directory.CreateDirectory(_temp.At("organisation.json"));
        Should.Throw<DataFolderException>(() => OrganisationFile.Open(_temp.At("organisation.json"))).Message.ShouldContain("is a folder");
    }

    [Fact]
    public void What_cannot_be_written_to_is_not_called_in_use()
    {
        var folder = new DataFolder(_temp.At("used")).Make(demo: false);
        Directory.CreateDirectory(folder.Database + ".lock");
        Should.Throw<TaskHubException>(() => SqliteTaskHub.Open(new TaskHubOptions { Path = folder.Database }, new DurableTaskRegistry(), new ServiceCollection().BuildServiceProvider()))
            .Message.ShouldContain("cannot be written to");
    }

    [Fact]
    public async Task A_backup_to_a_place_that_is_none_is_refused_in_words()
    {
        var data = _temp.At("real");
        await using (var home = HomeBench.Open(data))
            await home.PutThingAsync("kept");
        (await Should.ThrowAsync<DataFolderException>(() => Verb.Of(Arguments.Read(["backup", _temp.At("no/such/place.zip"), "--data", data]))!.RunAsync(TextWriter.Null))).Message.ShouldContain("cannot be written");
        Directory.EnumerateFiles(new DataFolder(data).Backups).ShouldBeEmpty();
    }

    public static TheoryData<Exception, string> Troubles => new()
    {
        { new RegisterException("A row of kind 'x', version 1, cannot be read."), "restore" },
        { new SqliteException(13, "database or disk is full"), "Make room" },
        { new SqliteException(8, "attempt to write a readonly database"), "who may write" },
        { new IOException("No space left on device"), "No space left" },
        { new System.Net.Sockets.SocketException(99), "--urls" },
        { new InvalidOperationException("anything"), "maintains" },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Whatever_stops_it_ends_in_a_sentence_and_not_in_a_crash(Exception trouble, string word)
    {
        var before = Console.Error;
        using var said = new StringWriter();
        Console.SetError(said);
        try
        {
            (await Run.GuardedAsync(() => throw trouble)).ShouldBe(1);
        }
        finally
        {
            Console.SetError(before);
        }

        said.ToString().ShouldContain(word);
    }

    [Fact]
    public void A_rehearsal_and_the_real_thing_never_share_a_folder()
    {
        Make("real", demo: false);
        Make("play", demo: true);
        Make("real", demo: false);
        Make("play", demo: true);
        Should.Throw<DataFolderException>(() => Make("real", demo: true)).Message.ShouldContain("--data");
        Should.Throw<DataFolderException>(() => Make("play", demo: false)).Message.ShouldContain("--demo");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_refused_in_words()
    {
        File.WriteAllText(_temp.At("file"), "");
        Should.Throw<DataFolderException>(() => new DataFolder(_temp.At("file")).Make(demo: false)).Message.ShouldContain("--data DIR");
    }

    [Fact]
    public void After_an_interrupted_restore_the_program_does_not_begin_anew()
    {
        Directory.CreateDirectory(new DataFolder(_temp.At("real")).Restoring);
        Should.Throw<DataFolderException>(() => Make("real", demo: false)).Message.ShouldContain("--force");
    }

    [Fact]
    public void The_organisation_is_written_once_and_then_the_peoples_own()
    {
        var path = _temp.At("organisation.json");
        OrganisationFile.Open(path).Name.ShouldBe("HUSRUM");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"name\": \"HUSRUM\"", "\"name\": \"Et andet sted\""));
        OrganisationFile.Open(path).Name.ShouldBe("Et andet sted");
        File.WriteAllText(path, "{}");
        Should.Throw<OrganisationException>(() => OrganisationFile.Open(path)).Problems.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void The_link_key_stays_the_same_and_a_broken_one_is_refused()
    {
        var path = _temp.At("link.key");
        var first = FileLinkKey.Open(path).Authenticate("x"u8);
        FileLinkKey.Open(path).Authenticate("x"u8).ShouldBe(first);
        FileLinkKey.Open(_temp.At("other.key")).Authenticate("x"u8).ShouldNotBe(first);
        File.WriteAllText(path, "short");
        Should.Throw<DataFolderException>(() => FileLinkKey.Open(path));
    }

    [Theory]
    [InlineData("verb?")]
    [InlineData("backup", "a", "b")]
    [InlineData("restore")]
    [InlineData("sign-in-link", "--data", "x")]
    public async Task A_verb_that_is_none_gets_the_usage(params string[] args) =>
        (await Should.ThrowAsync<StartOptionsException>(() => Verb.Of(Arguments.Read(args))!.RunAsync(TextWriter.Null))).Message.ShouldContain("sign-in-link EMAIL");

    [Fact]
    public async Task Options_may_stand_before_and_after_what_a_verb_works_on()
    {
        var data = _temp.At("real");
        await using (var home = HomeBench.Open(data))
            await home.PutThingAsync("kept");
        await Verb.Of(Arguments.Read(["backup", _temp.At("a.zip"), "--data", data]))!.RunAsync(TextWriter.Null);
        await Verb.Of(Arguments.Read(["backup", "--data=" + data, _temp.At("b.zip")]))!.RunAsync(TextWriter.Null);
        await Verb.Of(Arguments.Read(["restore", "--force", _temp.At("a.zip"), "--data", data]))!.RunAsync(TextWriter.Null);
        await Verb.Of(Arguments.Read(["restore", _temp.At("b.zip"), "--data", _temp.At("other")]))!.RunAsync(TextWriter.Null);
        await using var restored = HomeBench.Open(_temp.At("other"));
        (await restored.ThingAsync())!.Name.ShouldBe("kept");
    }

    [Fact]
    public void Without_a_verb_the_program_serves()
    {
        Verb.Of(Arguments.Read([])).ShouldBeNull();
        Verb.Of(Arguments.Read(["--demo", "--data", "/somewhere"])).ShouldBeNull();
    }

    private static StartOptions Read(params string[] args) => StartOptions.Read(new ConfigurationBuilder().AddCommandLine(Arguments.Read(args).Options).Build());

    [Fact]
    public void A_folder_that_lost_its_database_or_its_link_key_does_not_go_on_as_a_new_one()
    {
        Make("used", demo: false);
        var folder = new DataFolder(_temp.At("used"));
        File.WriteAllText(Path.Combine(folder.DataProtection, "key-1.xml"), "<key/>");
        Should.Throw<DataFolderException>(() => Make("used", demo: false)).Message.ShouldContain("husrum.db");
        File.WriteAllText(folder.Database, "");
        Should.Throw<DataFolderException>(() => Make("used", demo: false)).Message.ShouldContain("missing or empty");
        File.WriteAllText(folder.Database, "something");
        Should.Throw<DataFolderException>(() => Make("used", demo: false)).Message.ShouldContain("link.key");
        File.WriteAllBytes(folder.LinkKey, new byte[32]);
        Make("used", demo: false);
    }

    private void Make(string name, bool demo)
    {
        var folder = new DataFolder(_temp.At(name)).Make(demo);
        OrganisationFile.Open(folder.Organisation);
    }
}
