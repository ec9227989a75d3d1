using Google.Protobuf;
using Husrum.Durable;
using Husrum.Durable.Protocol;

namespace Husrum.Functions.Azure;

/// <summary>
/// The orchestrationTrigger: history in, actions out. It never answers outside 2xx, because the host would end the instance as failed for good:
/// where something is wrong it decides nothing, says so in the log, and housekeeping wakes the instance later.
/// </summary>
internal sealed class OrchestrationEndpoint(OrchestrationExecutor executor, FunctionNames names, IStalledRuns stalled, IWaitingTimers timers, ILogger<OrchestrationEndpoint> logger)
{
    public async Task<IResult> HandleAsync(HttpRequest http, string function)
    {
        var request = new OrchestratorRequest();
        string reason;
        try
        {
            var call = await Invocation.ReadAsync(http.Body, http.HttpContext.RequestAborted);
            request = OrchestratorRequest.Parser.ParseFrom(Convert.FromBase64String(call.Text(FunctionFiles.OrchestrationBinding)));
            names.ToCode(request);
            var response = executor.Execute(request);
            FunctionNames.ToFunctions(response);
            await stalled.ClearAsync(request.InstanceId);
            await timers.NoteAsync(request, response);
            return Answer(response);
        }
        catch (Exception e) when (e is InvalidInvocationException or FormatException or InvalidProtocolBufferException or BadHttpRequestException)
        {
            reason = Unreadable.Reason(e);
            Unreadable.Log(logger, function, e);
        }
        catch (Exception e) when (e is NonDeterminismException or UnknownOrchestratorException or InvalidHistoryException)
        {
            reason = e.Message;
            logger.LogError("Orchestrator {Function}, instance {Instance}: nothing was decided: {Reason} Deploy the code this instance began with beside the new.", function, request.InstanceId, e.Message);
        }
        catch (Exception e)
        {
            reason = e.GetType().FullName!;
            logger.LogError("Orchestrator {Function}, instance {Instance}: nothing was decided: {Error}", function, request.InstanceId, reason);
        }

        if (Termination(request) is { } termination)
            return Answer(termination, reason);
        if (request.InstanceId.Length > 0)
            await stalled.NoteAsync(request.InstanceId, function, reason);
        return Answer(new OrchestratorResponse { InstanceId = request.InstanceId.Length > 0 ? request.InstanceId : "unknown" }, reason);
    }

    // what has been terminated ends, also where its code cannot be run
    private static OrchestratorResponse? Termination(OrchestratorRequest request)
    {
        var events = request.PastEvents.Concat(request.NewEvents).ToList();
        return events.FirstOrDefault(e => e.ExecutionTerminated is not null) is not { ExecutionTerminated: { } asked } ? null : new OrchestratorResponse
        {
            InstanceId = request.InstanceId,
            Actions = { new OrchestratorAction { Id = events.Max(e => e.EventId) + 1, CompleteOrchestration = new() { OrchestrationStatus = OrchestrationStatus.Terminated, Result = asked.Input } } },
        };
    }

    // an all-default message would be empty text, which the host takes for a failure: the id is always set
    private static IResult Answer(OrchestratorResponse response, string? trouble = null) =>
        HostJson.Answer(Convert.ToBase64String(response.ToByteArray()), trouble is null ? [] : ["Nothing was decided: " + trouble]);
}
