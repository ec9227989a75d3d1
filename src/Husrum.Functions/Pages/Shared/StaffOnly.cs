using Husrum.Core.People;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Shared;

/// <summary>Pages for staff. Who is not signed in is sent to sign in; who lacks the role is told so, and the log remembers.</summary>
internal static partial class StaffOnly
{
    /// <summary>Lets staff in who have one of the roles; without a role named, all staff.</summary>
    public static TBuilder ForStaff<TBuilder>(this TBuilder endpoints, params StaffRole[] roles)
        where TBuilder : IEndpointConventionBuilder => endpoints.Guard(_ => false, roles);

    /// <summary>The same, but in a rehearsal open to this machine.</summary>
    public static TBuilder ForStaffOrRehearsal<TBuilder>(this TBuilder endpoints, params StaffRole[] roles)
        where TBuilder : IEndpointConventionBuilder => endpoints.Guard(Rehearsal.IsOpenTo, roles);

    private static TBuilder Guard<TBuilder>(this TBuilder endpoints, Func<HttpContext, bool> open, StaffRole[] roles)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter((invocation, next) =>
        {
            var http = invocation.HttpContext;
            if (open(http))
                return next(invocation);
            var staff = http.RequestServices.GetRequiredService<IStaffSession>().Current;
            if (staff is null)
                return ValueTask.FromResult<object?>(new SeeOther("/log-ind"));
            if (roles.Length == 0 || roles.Any(staff.Is))
                return next(invocation);
            Refused(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StaffOnly)), staff.PersonId, http.GetEndpoint()?.DisplayName ?? "");
            return ValueTask.FromResult<object?>(ErrorPages.Result(StatusCodes.Status403Forbidden));
        });

    [LoggerMessage(LogLevel.Warning, "Refused: {PersonId} lacks the role for {Endpoint}")]
    private static partial void Refused(ILogger logger, string personId, string endpoint);
}
