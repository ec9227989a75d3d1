using Husrum.Core.Reconciliation;
using Husrum.Functions.Embedded;
using Husrum.Functions.Tests.Embedded;
using Husrum.Functions.Tests.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(DemoSite))]

namespace Husrum.Functions.Tests.Pages;

/// <summary>The whole program on a data folder of its own, over HTTP.</summary>
public class PagesSite : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private readonly Lock _starting = new();

    /// <summary>Where its data lies.</summary>
    internal string DataFolder => _folder.Path;

    /// <summary>True for the rehearsal.</summary>
    protected virtual bool Demo => false;

    /// <summary>Starts it.</summary>
    public ValueTask InitializeAsync()
    {
        _ = Server;
        return ValueTask.CompletedTask;
    }

    /// <summary>Somebody with a browser of their own.</summary>
    internal Guest Guest()
    {
        lock (_starting) // the first of the tests that run at once starts it
            return new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("http://localhost:7071") }));
    }

    /// <summary>A part of the program.</summary>
    internal T Part<T>()
        where T : notnull
    {
        lock (_starting)
            return Services.GetRequiredService<T>();
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("data", _folder.Path).UseSetting("Disk:ReserveMegabytes", "0");
        if (Demo)
            builder.UseSetting("demo", "true").UseSetting("clock", "2026-08-31T08:00");
        builder.ConfigureTestServices(WithoutNightlyReckoning);
    }

    // it has tests of its own; here it would reckon everything up in each of the thousands of nights that pass
    private static void WithoutNightlyReckoning(IServiceCollection services)
    {
        foreach (var descriptor in services.Where(d => d.ImplementationInstance is Process process && process.Standing.Any(run => run.InstanceId == ReconciliationTasks.InstanceId)).ToList())
            services.Remove(descriptor);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The rehearsal, one for all tests of <c>[Collection(nameof(DemoSite))]</c>, which run one after another: each makes what it changes itself.</summary>
public sealed class DemoSite : PagesSite
{
    /// <inheritdoc />
    protected override bool Demo => true;
}
