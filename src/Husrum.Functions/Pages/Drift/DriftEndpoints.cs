using Husrum.Core.People;
using Husrum.Durable.Client;
using Husrum.Functions.Pages.Shared;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Drift;

/// <summary>The operators' view of the engine: what waits, what is late, what was set aside; and the word that lets it go on.</summary>
internal static partial class DriftEndpoints
{
    public const string Path = "/drift";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var drift = routes.MapGroup("").ForStaff(StaffRole.Operator);
        drift.MapPage(Path, async (HttpContext http, DriftReader reader) => new PageResult<DriftPage>(new { Report = await reader.ReadAsync(http.RequestAborted) }));
        drift.MapPage(Path + ".json", async (HttpContext http, DriftReader reader) => TypedResults.Json(await reader.ReadAsync(http.RequestAborted)));
        drift.MapForm(Path, DecideAsync);
    }

    // only what the hub has set aside: a process that runs is not for an operator to end
    private static async Task<SeeOther> DecideAsync(HttpContext http, DurableTaskClient client, IStaffSession session, ILoggerFactory loggers)
    {
        var (instance, word) = (http.Request.Form["instans"].ToString(), http.Request.Form["ord"].ToString());
        if (word is "genoptag" or "afslut" && await client.GetInstanceAsync(instance, cancellation: http.RequestAborted) is { ParkedReason: not null } parked)
        {
            LogDecided(loggers.CreateLogger(typeof(DriftEndpoints)), session.Current!.PersonId, word, parked.InstanceId);
            if (word == "genoptag")
                await client.ResumeInstanceAsync(parked.InstanceId, cancellation: CancellationToken.None);
            else
                await client.TerminateInstanceAsync(parked.InstanceId, cancellation: CancellationToken.None);
        }

        return new SeeOther(Path);
    }

    [LoggerMessage(LogLevel.Warning, "{PersonId} says '{Word}' of the parked instance {Instance}")]
    private static partial void LogDecided(ILogger logger, string personId, string word, string instance);
}
