using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Tasks;

/// <summary>What waits for whom: the signed-in staff member's open claims.</summary>
internal static class TaskEndpoints
{
    public const string Path = "/opgaver";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGroup("").ForStaff().MapPage(Path, () => new PageResult<TasksPage>());
}
