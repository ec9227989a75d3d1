using System.Text.Json;
using Husrum.Durable;

namespace Husrum.Functions.Azure;

/// <summary>The activityTrigger. A failure answers 500: the orchestrator hears that it failed, and its retry policy decides.</summary>
internal sealed class ActivityEndpoint(DurableTaskRegistry registry, FunctionNames names, LearnedAddress address, IServiceProvider services, ILogger<ActivityEndpoint> logger)
{
    public async Task<IResult> HandleAsync(HttpRequest http, string function)
    {
        var instance = "";
        try
        {
            var call = await Invocation.ReadAsync(http.Body, http.HttpContext.RequestAborted);
            address.Learn(call);
            instance = call.MetadataText("instanceId");
            var name = names.Activity(function);
            var activity = registry.CreateActivity(name, services) ?? throw new InvalidInvocationException("No activity of that name is registered in this program.");
            var input = DataConverter.DeserializeActivityInput(call.Text(FunctionFiles.ActivityBinding), activity.InputType);
            var result = await activity.RunAsync(new TaskActivityContext(name, instance, 0, http.HttpContext.RequestAborted), input);
            return HostJson.Answer(Element(DataConverter.Serialize(result)));
        }
        catch (Exception e) when (e is InvalidInvocationException or JsonException or BadHttpRequestException)
        {
            return Unreadable.Answer(logger, function, e);
        }
        catch (Exception e)
        {
            logger.LogWarning("Activity {Function} of {Instance} failed: {Error}", function, instance, e.GetType().FullName);
            return Results.Problem(statusCode: StatusCodes.Status500InternalServerError, title: "The activity failed.");
        }
    }

    private static JsonElement? Element(string? json) => json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);
}
