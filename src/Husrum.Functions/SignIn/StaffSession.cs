using Husrum.Core.People;

namespace Husrum.Functions.SignIn;

/// <summary>Filled by the cookie's check at the beginning of a request.</summary>
internal sealed class StaffSession : IStaffSession
{
    public SignedInStaff? Current { get; set; }
}
