using Husrum.Core.People;

namespace Husrum.Functions.SignIn;

/// <summary>Who is signed in, for the length of a request. Take it from the request's services.</summary>
public interface IStaffSession
{
    /// <summary>The staff member behind the request, as the register has them now; null = nobody is signed in.</summary>
    SignedInStaff? Current { get; }
}
