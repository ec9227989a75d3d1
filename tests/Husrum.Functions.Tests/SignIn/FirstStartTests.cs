using Husrum.Functions.SignIn;
using Husrum.Functions.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Functions.Tests.SignIn;

public sealed class FirstStartTests(PagesSite site) : IClassFixture<PagesSite>
{
    [Fact]
    public async Task Until_an_operator_has_signed_in_each_start_prints_a_link_that_lets_one_in()
    {
        await StartAsync(); // the port was taken: nobody saw the link
        var again = await StartAsync();
        again.ShouldContain($"{SignInLinks.Path}?t=");
        again.ShouldContain("Messages__Gateway__Url");
        using var guest = site.Guest();
        var entry = await guest.GetAsync(again.Split('\n').First(line => line.Contains("?t=", StringComparison.Ordinal)).Trim());
        (await entry.PressAsync(("", ""))).Location.ShouldBe("/medarbejdere");
        (await StartAsync()).ShouldNotContain("?t=");
    }

    private async Task<string> StartAsync()
    {
        var first = ActivatorUtilities.CreateInstance<FirstStart>(site.Services);
        await first.PrepareAsync(TestContext.Current.CancellationToken);
        var said = new StringWriter();
        await first.AnnounceAsync(said);
        return said.ToString();
    }
}
