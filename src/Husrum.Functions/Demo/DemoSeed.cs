using Husrum.Core.People;

namespace Husrum.Functions.Demo;

/// <summary>
/// Fills a new data folder for <c>--demo</c>: the people, and a claim in each state, made by the services that make real ones, on the virtual clock.
/// Called once at the first start, when the hub and the messenger run.
/// </summary>
internal static class DemoSeed
{
    /// <summary>Does nothing where the people are there already.</summary>
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<PersonDirectory>();
        if (await people.FindByEmailAsync(DemoPeople.Operator, cancellation) is not null)
            return;
        await DemoPeople.AddAsync(people, scope.ServiceProvider.GetRequiredService<StaffDirectory>(), cancellation);
    }
}
