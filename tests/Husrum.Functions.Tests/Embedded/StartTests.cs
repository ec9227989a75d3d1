using Husrum.Core.Organisations;
using Husrum.Functions.Embedded;
using Microsoft.Extensions.Configuration;

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
    [InlineData("--demo=perhaps")]
    public void What_does_not_read_is_refused(params string[] args) => Should.Throw<StartOptionsException>(() => Read(args));

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
        (await Should.ThrowAsync<StartOptionsException>(() => Verb.Of(args)!.RunAsync(TextWriter.Null))).Message.ShouldContain("sign-in-link EMAIL");

    [Fact]
    public async Task Options_may_stand_before_and_after_what_a_verb_works_on()
    {
        var data = _temp.At("real");
        await using (var home = HomeBench.Open(data))
            await home.PutThingAsync("kept");
        await Verb.Of(["backup", _temp.At("a.zip"), "--data", data])!.RunAsync(TextWriter.Null);
        await Verb.Of(["backup", "--data=" + data, _temp.At("b.zip")])!.RunAsync(TextWriter.Null);
        await Verb.Of(["restore", "--force", _temp.At("a.zip"), "--data", data])!.RunAsync(TextWriter.Null);
        await Verb.Of(["restore", _temp.At("b.zip"), "--data", _temp.At("other")])!.RunAsync(TextWriter.Null);
        await using var restored = HomeBench.Open(_temp.At("other"));
        (await restored.ThingAsync())!.Name.ShouldBe("kept");
    }

    [Fact]
    public void Without_a_verb_the_program_serves()
    {
        Verb.Of([]).ShouldBeNull();
        Verb.Of(["--demo"]).ShouldBeNull();
    }

    private static StartOptions Read(params string[] args) => StartOptions.Read(new ConfigurationBuilder().AddCommandLine(StartOptions.Normal(args)).Build());

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
