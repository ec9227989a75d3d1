using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Husrum.Durable.TaskHub;
using Husrum.Functions.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Telemetry;

public sealed class TelemetryExportTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spans_and_figures_reach_the_collector_that_is_named()
    {
        var received = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.MapPost("/v1/{kind}", async (string kind, HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.AddOrUpdate(kind, _ => Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync(Cancellation);

        var export = new TelemetryExport(Named(collector.Urls.First()));
        await export.StartAsync(Cancellation);
        using (var source = new ActivitySource(TelemetryNames.Durable))
            source.StartActivity("episode Sent_1").ShouldNotBeNull().Dispose();
        using var meter = new Meter(TelemetryNames.Durable);
        meter.CreateCounter<long>("husrum.test.counter").Add(1);
        await export.StopAsync(Cancellation);

        received["traces"].ShouldContain("episode Sent_1");
        received["traces"].ShouldContain("husrum");
        received["metrics"].ShouldContain("husrum.test.counter");
    }

    [Fact]
    public void Without_a_collector_named_nobody_listens()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddTelemetry();
        builder.Services.ShouldNotContain(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(TelemetryExport));
        builder.Configuration[TelemetryExport.Endpoint] = "http://127.0.0.1:4318";
        builder.AddTelemetry();
        builder.Services.ShouldContain(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(TelemetryExport));
    }

    private static IConfiguration Named(string endpoint) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        [TelemetryExport.Endpoint] = endpoint,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
    }).Build();
}
