using Husrum.Core.Organisations;
using Husrum.Functions.Demo;
using Husrum.Functions.Embedded;
using Husrum.Functions.Tests.Pages;
using Microsoft.AspNetCore.Hosting;

namespace Husrum.Functions.Tests.HjemTilOs;

/// <summary>A rehearsal of its own; where the story needs it, with a programme that its owner has set otherwise.</summary>
internal sealed class StorySite(Func<HjemTilOsSettings, HjemTilOsSettings>? programme) : PagesSite
{
    /// <inheritdoc />
    protected override bool Demo => true;

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (programme is null)
            return;
        var organisation = DemoOrganisation.Make();
        var folder = new DataFolder(builder.GetSetting("data")!);
        File.WriteAllText(folder.DemoMark, "");
        File.WriteAllText(folder.Organisation, DefaultOrganisation.Write(organisation with { HjemTilOs = programme(organisation.HjemTilOs!) }));
    }
}
