using Microsoft.AspNetCore.Authorization;

namespace Husrum.Functions.SignIn;

/// <summary>Staff and their sessions.</summary>
internal static class SignInModule
{
    /// <summary>Links, accounts, cookies, roles.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="demo">A rehearsal: one person at one machine plays all the parts, and nothing leaves it.</param>
    /// <param name="machine">The clock sessions end by; null for the machine's own, which is never a virtual one.</param>
    public static IServiceCollection AddStaffSignIn(this IServiceCollection services, bool demo = false, TimeProvider? machine = null)
    {
        services.AddAuthentication(StaffCookie.Scheme).AddCookie(StaffCookie.Configure);
        services.AddAuthorization();
        return services
            .AddSingleton<IAuthorizationHandler, StaffRequirementHandler>()
            .AddScoped<StaffSession>()
            .AddScoped<IStaffSession>(s => s.GetRequiredService<StaffSession>())
            .AddSingleton(_ => demo ? new SignInThrottle(1_000, 1_000) : new SignInThrottle())
            .AddSingleton(s => ActivatorUtilities.CreateInstance<StaffSessions>(s, machine ?? TimeProvider.System))
            .AddSingleton(s => SignInWays.Read(s.GetRequiredService<IConfiguration>(), demo))
            .AddSingleton<SignInLinks>()
            .AddSingleton<AccountSignIn>()
            .AddSingleton<FirstStart>();
    }

    /// <summary>Says who is behind each request. Goes after the pages' own middleware and before they are mapped.</summary>
    public static WebApplication UseStaffSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        return app;
    }
}
