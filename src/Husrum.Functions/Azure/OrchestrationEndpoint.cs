using Google.Protobuf;
using Husrum.Durable;
using Husrum.Durable.Protocol;

namespace Husrum.Functions.Azure;

/// <summary>
/// The orchestrationTrigger: history in, actions out. It never answers outside 2xx, because the host would end the instance as failed for good:
/// where something is wrong it decides nothing, says so in the log, and housekeeping wakes the instance later.
/// </summary>
internal sealed class OrchestrationEndpoint(OrchestrationExecutor executor, ILogger<OrchestrationEndpoint> logger)
{
    public async Task<IResult> HandleAsync(HttpRequest http, string function)
    {
        var request = new OrchestratorRequest();
        try
        {
            var call = await Invocation.ReadAsync(http.Body, http.HttpContext.RequestAborted);
            request = OrchestratorRequest.Parser.ParseFrom(Convert.FromBase64String(call.Text("context")));
            return Answer(executor.Execute(request));
        }
        catch (Exception e) when (e is InvalidInvocationException or FormatException or InvalidProtocolBufferException)
        {
            logger.LogError("Orchestrator {Function}: the host's call could not be read: {Reason}", function, e.Message);
        }
        catch (Exception e) when (e is NonDeterminismException or UnknownOrchestratorException or InvalidHistoryException)
        {
            logger.LogError("Orchestrator {Function}, instance {Instance}: nothing was decided: {Reason} Deploy the code this instance began with beside the new.", function, request.InstanceId, e.Message);
        }
        catch (Exception e)
        {
            logger.LogError("Orchestrator {Function}, instance {Instance}: nothing was decided: {Error}", function, request.InstanceId, e.GetType().FullName);
        }

        return Answer(new OrchestratorResponse { InstanceId = request.InstanceId.Length > 0 ? request.InstanceId : "unknown" });
    }

    // an all-default message would be empty text, which the host takes for a failure: the id is always set
    private static IResult Answer(OrchestratorResponse response) =>
        Results.Json(new { Outputs = new { }, Logs = Array.Empty<string>(), ReturnValue = Convert.ToBase64String(response.ToByteArray()) }, HostJson.Options);
}
