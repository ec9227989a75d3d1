using System.Text.Json;
using System.Text.Json.Nodes;
using Husrum.Durable.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Husrum.StandIn;

/// <summary>The extension's HTTP management API in front of the stand-in: system key in the query, statuses as there.</summary>
internal sealed class StandInWebhooks(StandInHost host)
{
    public const string Key = "system-key-nobody-may-log";

    private const string Root = "/runtime/webhooks/durabletask";

    /// <summary>The next calls are answered with this in the place of the true answer.</summary>
    public (int Status, string Body)? Nonsense { get; set; }

    public void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Root).AddEndpointFilter(async (call, next) =>
            call.HttpContext.Request.Query["code"] != Key ? Results.Unauthorized()
            : Nonsense is { } nonsense ? Results.Text(nonsense.Body, "application/json", statusCode: nonsense.Status)
            : await next(call));
        api.MapPost("/orchestrators/{name}/{id}", async (string name, string id, HttpRequest request) =>
            host.Start(name, id, await BodyAsync(request)) ? Results.Accepted(value: new { id }) : Results.StatusCode(500));
        api.MapPost("/instances/{id}/raiseEvent/{name}", async (string id, string name, HttpRequest request) =>
            Said(host.Tell(id, new() { EventRaised = new() { Name = name, Input = await BodyAsync(request) } })));
        api.MapPost("/instances/{id}/terminate", (string id, string? reason) => Said(host.Tell(id, new() { ExecutionTerminated = new() { Input = reason } })));
        api.MapPost("/instances/{id}/suspend", (string id, string? reason) => Said(host.Tell(id, new() { ExecutionSuspended = new() { Input = reason } })));
        api.MapPost("/instances/{id}/resume", (string id, string? reason) => Said(host.Tell(id, new() { ExecutionResumed = new() { Input = reason } })));
        api.MapDelete("/instances/{id}", (string id) => host.Find(id) is not { } i ? Results.NotFound()
            : !i.HasEnded ? Results.StatusCode(412)
            : Results.Ok(new { instancesDeleted = host.Purge(id) ? 1 : 0 }));
        api.MapGet("/instances/{id}", (string id, bool? showInput) => host.Find(id) is not { } i ? Results.NotFound() : Results.Json(State(i, showInput ?? true), statusCode: i.HasEnded ? 200 : 202));
        api.MapGet("/instances", Query);
    }

    private IResult Query(HttpContext http, int top, string? instanceIdPrefix, string? runtimeStatus, bool? showInput)
    {
        var after = http.Request.Headers["x-ms-continuation-token"].ToString();
        var states = runtimeStatus?.Split(',');
        var matching = host.All().Where(i => string.CompareOrdinal(i.Id, after) > 0 && i.Id.StartsWith(instanceIdPrefix ?? "", StringComparison.Ordinal)
            && (states is null || states.Contains(Word(i.Status)))).ToList();
        var page = matching.Take(top).ToList();
        if (matching.Count > page.Count)
            http.Response.Headers["x-ms-continuation-token"] = page[^1].Id;
        return Results.Json(page.Select(i => State(i, showInput ?? false)));
    }

    private static JsonObject State(StandInInstance i, bool input) => new()
    {
        ["name"] = i.Name,
        ["instanceId"] = i.Id,
        ["runtimeStatus"] = Word(i.Status),
        ["input"] = input ? Json(i.Input) : null,
        ["customStatus"] = Json(i.CustomStatus),
        ["output"] = Json(i.Output),
        ["createdTime"] = i.Created.UtcDateTime.ToString("s") + "Z",
        ["lastUpdatedTime"] = i.Updated.UtcDateTime.ToString("s") + "Z",
    };

    private static string Word(OrchestrationStatus status) => status.ToString();

    // what is no JSON is shown as text
    private static JsonNode? Json(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static IResult Said(Told told) => told switch { Told.Done => Results.Accepted(), Told.Ended => Results.StatusCode(410), _ => Results.NotFound() };

    private static async Task<string?> BodyAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return await reader.ReadToEndAsync() is { Length: > 0 } body ? body : null;
    }
}
