using Microsoft.AspNetCore.Authorization;

namespace Husrum.Functions.SignIn;

/// <summary>Staff and their sessions.</summary>
internal static class SignInModule
{
    /// <summary>Links, cookies, roles.</summary>
    public static IServiceCollection AddStaffSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(StaffCookie.Scheme).AddCookie(StaffCookie.Configure);
        services.AddAuthorization(StaffPolicies.Configure);
        return services
            .AddHttpContextAccessor()
            .AddScoped<IAuthorizationHandler, HasRoleHandler>()
            .AddScoped<StaffSession>()
            .AddScoped<IStaffSession>(s => s.GetRequiredService<StaffSession>())
            .AddSingleton<SignInThrottle>()
            .AddSingleton<SignInLinks>()
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
