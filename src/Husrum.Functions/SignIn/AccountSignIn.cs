using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Functions.SignIn;

/// <summary>Signing in by an account that the platform has checked. The account says who somebody is; whether they are staff, and what they may do, the register says.</summary>
internal sealed class AccountSignIn(SignInWays ways, IRegister register, PersonDirectory people, StaffDirectory staff, StaffSessions sessions, TimeProvider time)
{
    /// <summary>Where the platform asks for the account, and comes back to our page.</summary>
    public const string Begin = "/.auth/login/aad?post_login_redirect_uri=%2Flog-ind";

    /// <summary>Where the platform forgets the account.</summary>
    public const string Forget = "/.auth/logout?post_logout_redirect_uri=%2Flog-ind";

    /// <summary>The account behind a request; null where there is none, or accounts are not checked here.</summary>
    public ClientPrincipal? AccountOf(HttpRequest request) => ways.Tenant is { } tenant ? ClientPrincipal.Read(request.Headers[ClientPrincipal.Header], tenant) : null;

    /// <summary>Begins a session for the staff member whom one of the account's addresses belongs to.</summary>
    /// <returns>Null where it is nobody's.</returns>
    public async Task<StaffTicket?> EnterAsync(ClientPrincipal account, CancellationToken cancellation = default)
    {
        foreach (var address in account.Addresses)
        {
            while (await people.FindByEmailAsync(address, cancellation) is { } personId && await staff.GetAsync(personId, cancellation) is { } member)
            {
                var batch = new RegisterBatch(Partitions.Person(personId));
                if (member.Value.Roles.Contains(StaffRole.Operator))
                    batch.Index(OperatorHasEntered.Partition, OperatorHasEntered.Row, new OperatorHasEntered(time.GetUtcNow()));
                var sessionId = await sessions.BeginAsync(batch, cancellation);
                if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                    return new StaffTicket(personId, sessionId, member.Value.SecurityStamp, account.Account);
            }
        }

        return null;
    }

    /// <summary>True where a session may go on: begun by an account, as long as the same account stands behind the request; begun by a link, as long as links sign in.</summary>
    /// <param name="begunBy">The account it was begun by; null for a link.</param>
    /// <param name="request">The request.</param>
    public bool GoesOn(string? begunBy, HttpRequest request) => begunBy is null ? ways.ByLink : AccountOf(request)?.Account == begunBy;
}
