using Husrum.Core.Calendar;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Clock;

/// <summary>The program's clock: the machine's, or with <c>--demo</c> one that can be turned.</summary>
internal static class ClockModule
{
    /// <summary>Adds the clock.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services, StartOptions options)
    {
        if (!options.Demo)
            return services.AddSingleton(TimeProvider.System);
        var start = options.Clock is { } local ? WallTime.ToUtc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local)) : TimeProvider.System.GetUtcNow();
        var time = new VirtualTimeProvider(start);
        return services.AddSingleton(time).AddSingleton<TimeProvider>(time).AddSingleton<VirtualClock>();
    }
}
