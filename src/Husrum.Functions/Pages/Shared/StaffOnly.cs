using Husrum.Core.People;
using Husrum.Functions.SignIn;

namespace Husrum.Functions.Pages.Shared;

/// <summary>Pages for staff. Who is not signed in is sent to sign in; who lacks the role is told so, and the log remembers.</summary>
internal static class StaffOnly
{
    /// <summary>Lets staff in who have one of the roles; without a role named, all staff.</summary>
    public static TBuilder ForStaff<TBuilder>(this TBuilder endpoints, params StaffRole[] roles)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(StaffPolicies.For(roles));

    /// <summary>The same, but in a rehearsal open to this machine.</summary>
    public static TBuilder ForStaffOrRehearsal<TBuilder>(this TBuilder endpoints, params StaffRole[] roles)
        where TBuilder : IEndpointConventionBuilder => endpoints.RequireAuthorization(StaffPolicies.For(roles, DemoPlace.IsOpenTo));
}
