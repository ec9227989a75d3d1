using Husrum.Core.People;
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

    private static async Task<SeeOther> DecideAsync(HttpContext http, IEngineState engine, IStaffSession session, ILoggerFactory loggers)
    {
        var (instance, word, person) = (http.Request.Form["instans"].ToString(), http.Request.Form["ord"].ToString(), session.Current!.PersonId);
        var isDone = word switch
        {
            "genoptag" => await engine.ResumeAsync(instance, person, http.RequestAborted),
            "afslut" => await engine.EndAsync(instance, http.RequestAborted),
            _ => false,
        };
        if (isDone)
            LogDecided(loggers.CreateLogger(typeof(DriftEndpoints)), person, word, instance);
        return new SeeOther(Path);
    }

    [LoggerMessage(LogLevel.Warning, "{PersonId} says '{Word}' of the instance set aside, {Instance}")]
    private static partial void LogDecided(ILogger logger, string personId, string word, string instance);
}
