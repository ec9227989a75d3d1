using Husrum.Core.Register;
using Husrum.Functions.Messages;
using Husrum.Functions.Messages.CommunicationServices;
using Husrum.Functions.Pages.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Messages.CommunicationServices;

/// <summary>The program's address for delivery reports, on real Kestrel, with somebody who brings them as Event Grid does.</summary>
internal sealed class ReportHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private ReportHost(WebApplication app) => _app = app;

    public static async Task<ReportHost> StartAsync(IRegister register, TimeProvider time, ReportCallers? callers = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting().AddRateLimiter(RateLimits.Configure).AddSingleton(register).AddSingleton(time).AddSingleton<DeliveryReports>()
            .AddSingleton(callers ?? new ReportCallers(new CommunicationOptions(new Uri("https://resource.example"), null, CommunicationBench.Secret)));
        var app = builder.Build();
        app.UseRouting();
        app.UseRateLimiter();
        DeliveryReportEndpoint.Map(app);
        await app.StartAsync();
        return new ReportHost(app);
    }

    /// <summary>Posts a body, with the secret in its header unless other headers are named.</summary>
    public async Task<(int Status, string Body)> PostAsync(string json, string query = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.First() + DeliveryReportEndpoint.Path + query) { Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers.Length > 0 ? headers : [(DeliveryReportEndpoint.Header, CommunicationBench.Secret)])
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await _client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>Events as the documents of Event Grid show them.</summary>
internal static class Events
{
    public static string Sms(string tag, string status, DateTimeOffset at, string details = "No error.", string to = "+4520123456") => $$"""
        { "id": "Outgoing_1", "topic": "/subscriptions/s/resourceGroups/g/providers/microsoft.communication/communicationservices/c", "subject": "/phonenumber/{{to[1..]}}",
          "data": { "messageId": "Outgoing_1", "from": "HUSRUM", "to": "{{to}}", "deliveryStatus": "{{status}}", "deliveryStatusDetails": "{{details}}", "receivedTimestamp": "{{at:O}}",
                    "deliveryAttempts": [{ "timestamp": "{{at:O}}", "segmentsSucceeded": 1, "segmentsFailed": 0 }], "Tag": "{{tag}}" },
          "eventType": "Microsoft.Communication.SMSDeliveryReportReceived", "dataVersion": "1.0", "metadataVersion": "1", "eventTime": "{{at:O}}" }
        """;

    public static string Email(string id, string status, DateTimeOffset at) => $$"""
        { "id": "e1", "topic": "t", "subject": "sender/noreply@husrum.example/message/{{id}}",
          "data": { "sender": "noreply@husrum.example", "recipient": "mette@post.example", "messageId": "{{id}}", "status": "{{status}}",
                    "deliveryStatusDetails": { "statusMessage": "mette@post.example does not like it" }, "deliveryAttemptTimeStamp": "{{at:O}}" },
          "eventType": "Microsoft.Communication.EmailDeliveryReportReceived", "dataVersion": "1.0", "metadataVersion": "1", "eventTime": "{{at:O}}" }
        """;

    public const string Validation = """
        [{ "id": "2d1781af-3a4c-4d7c-bd0c-e34b19da4e66", "topic": "t", "subject": "", "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent", "eventTime": "2026-08-31T08:00:00Z",
           "data": { "validationCode": "512d38b6-c7b8-40c8-89fe-f46f9e9622b6", "validationUrl": "https://rp-eastus2.eventgrid.example/validate" }, "metadataVersion": "1", "dataVersion": "2" }]
        """;
}
