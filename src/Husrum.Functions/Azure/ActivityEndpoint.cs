using System.Text.Json;
using Husrum.Durable;

namespace Husrum.Functions.Azure;

/// <summary>The activityTrigger. A failure answers 500: the orchestrator hears that it failed, and its retry policy decides.</summary>
internal sealed class ActivityEndpoint(DurableTaskRegistry registry, IServiceProvider services, ILogger<ActivityEndpoint> logger)
{
    /// <summary>Name of the trigger's binding in each activity's function.json.</summary>
    public const string Binding = "input";

    public async Task<IResult> HandleAsync(HttpRequest http, string function)
    {
        var instance = "";
        try
        {
            var call = await Invocation.ReadAsync(http.Body, http.HttpContext.RequestAborted);
            instance = call.MetadataText("instanceId");
            var activity = registry.CreateActivity(function, services) ?? throw new InvalidInvocationException("No activity of that name is registered in this program.");
            var input = DataConverter.DeserializeActivityInput(call.Text(Binding), activity.InputType);
            var result = await activity.RunAsync(new TaskActivityContext(function, instance, 0, http.HttpContext.RequestAborted), input);
            return Results.Json(new { Outputs = new { }, Logs = Array.Empty<string>(), ReturnValue = Element(DataConverter.Serialize(result)) }, HostJson.Options);
        }
        catch (Exception e) when (e is InvalidInvocationException or JsonException)
        {
            logger.LogError("Activity {Function}: the host's call could not be read: {Reason}", function, e is JsonException ? "the input is no JSON of the expected kind" : e.Message);
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The call could not be read.");
        }
        catch (Exception e)
        {
            logger.LogWarning("Activity {Function} of {Instance} failed: {Error}", function, instance, e.GetType().FullName);
            return Results.Problem(statusCode: StatusCodes.Status500InternalServerError, title: "The activity failed.");
        }
    }

    private static JsonElement? Element(string? json) => json is null ? null : JsonDocument.Parse(json).RootElement;
}
