using Husrum.Durable.TaskHub;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Husrum.Functions.Telemetry;

/// <summary>
/// Sends the hub's spans, its measures and the program's figures to a collector by OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one; protocol, headers and intervals by OpenTelemetry's own variables.
/// Only these: spans of requests would carry addresses and with them personal links.
/// </summary>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService
{
    /// <summary>Where to; nothing set, nothing is sent and nobody listens.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private TracerProvider? _traces;
    private MeterProvider? _figures;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddSource(TelemetryNames.Durable)
            .AddOtlpExporter()
            .Build();
        _figures = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddMeter(TelemetryNames.Durable, Figures.Meter)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>Sends what is left and stops.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            _traces?.Dispose();
            _figures?.Dispose();
        },
        CancellationToken.None);

    private static void Describe(ResourceBuilder resource) => resource.AddService("husrum");
}

/// <summary>Puts the export into the program.</summary>
internal static class TelemetryModule
{
    /// <summary>Adds the export where a collector is named. Goes before the home, so that it stops after it.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[TelemetryExport.Endpoint] is { Length: > 0 })
            builder.Services.AddHostedService<TelemetryExport>();
        return builder;
    }
}
