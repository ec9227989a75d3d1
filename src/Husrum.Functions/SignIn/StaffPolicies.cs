using Husrum.Core.People;
using Microsoft.AspNetCore.Authorization;

namespace Husrum.Functions.SignIn;

/// <summary>The authorization policies: <see cref="Any"/> for all staff, and one for each role under its name.</summary>
internal static class StaffPolicies
{
    public const string Any = "staff";

    /// <summary>The policy that lets this role in.</summary>
    public static string For(StaffRole role) => role.ToString();

    public static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(Any, policy => policy.RequireAuthenticatedUser());
        foreach (var role in Enum.GetValues<StaffRole>())
            options.AddPolicy(For(role), policy => policy.RequireAuthenticatedUser().AddRequirements(new HasRole(role)));
    }
}

/// <summary>Asks for a role.</summary>
internal sealed record HasRole(StaffRole Role) : IAuthorizationRequirement;

/// <summary>Looks the role up in the session, and notes who was refused what.</summary>
internal sealed partial class HasRoleHandler(IHttpContextAccessor http, ILogger<HasRoleHandler> logger) : AuthorizationHandler<HasRole>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HasRole requirement)
    {
        var request = http.HttpContext;
        var staff = request?.RequestServices.GetRequiredService<IStaffSession>().Current;
        if (staff?.Is(requirement.Role) == true)
            context.Succeed(requirement);
        else if (staff is not null)
            LogRefused(logger, staff.PersonId, requirement.Role, request?.GetEndpoint()?.DisplayName);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "Refused: {PersonId} lacks the role {Role} for {Endpoint}")]
    private static partial void LogRefused(ILogger logger, string personId, StaffRole role, string? endpoint);
}
