using Husrum.Core.People;
using Microsoft.AspNetCore.Authorization;

namespace Husrum.Functions.SignIn;

/// <summary>Authorization policies by role.</summary>
internal static class StaffPolicies
{
    /// <summary>Lets staff in who have one of the roles; without a role named, all staff.</summary>
    /// <param name="roles">Any of them is enough.</param>
    /// <param name="open">Requests that need nobody to be signed in.</param>
    public static AuthorizationPolicy For(IReadOnlyCollection<StaffRole> roles, Func<HttpContext, bool>? open = null) =>
        new AuthorizationPolicyBuilder().AddRequirements(new StaffRequirement(roles, open ?? (_ => false))).Build();
}

/// <summary>What <see cref="StaffPolicies.For"/> asks for.</summary>
internal sealed record StaffRequirement(IReadOnlyCollection<StaffRole> Roles, Func<HttpContext, bool> Open) : IAuthorizationRequirement;

/// <summary>Looks the role up in the session, which is the register's word of this moment, and notes who was refused what.</summary>
internal sealed partial class StaffRequirementHandler(ILogger<StaffRequirementHandler> logger) : AuthorizationHandler<StaffRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        var http = (HttpContext)context.Resource!;
        var staff = http.RequestServices.GetRequiredService<IStaffSession>().Current;
        if (requirement.Open(http) || (staff is not null && (requirement.Roles.Count == 0 || requirement.Roles.Any(staff.Is))))
            context.Succeed(requirement);
        else if (staff is not null)
            LogRefused(logger, staff.PersonId, http.GetEndpoint()?.DisplayName);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "Refused: {PersonId} lacks the role for {Endpoint}")]
    private static partial void LogRefused(ILogger logger, string personId, string? endpoint);
}
