namespace Husrum.Functions.Azure;

/// <summary>The timerTrigger. Its <c>durableClient</c> binding says where the hub is.</summary>
internal sealed class HousekeepingEndpoint(Housekeeping housekeeping, LearnedAddress address, ILogger<HousekeepingEndpoint> logger)
{
    public async Task<IResult> HandleAsync(HttpRequest http)
    {
        try
        {
            var call = await Invocation.ReadAsync(http.Body, http.HttpContext.RequestAborted);
            _ = call.Json(FunctionFiles.TimerBinding);
            address.Learn(call);
        }
        catch (Exception e) when (e is InvalidInvocationException or BadHttpRequestException)
        {
            return Unreadable.Answer(logger, FunctionNames.HousekeepingFunction, e);
        }

        var troubles = await housekeeping.RunAsync(http.HttpContext.RequestAborted);
        var lines = troubles.Select(part => $"'{part}' could not be done; the next housekeeping tries again");
        return HostJson.Answer(null, housekeeping.LastFigures is { } figures ? lines.Append(figures) : lines);
    }
}
