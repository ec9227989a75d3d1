using Husrum.Core.People;
using Husrum.Functions.SignIn;
using Husrum.Functions.Tests.Pages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Husrum.Functions.Tests.SignIn;

/// <summary>The program's pages as they are where the platform checks accounts.</summary>
public class AccountSite : PagesSite
{
    private protected virtual SignInWays Ways => new(false, Accounts.Tenant);

    internal async Task<string> EmployAsync(string email, string name, params StaffRole[] roles)
    {
        var id = await Part<PersonDirectory>().FindOrCreateByEmailAsync(email, name, "da");
        await Part<StaffDirectory>().PutAsync(id, roles, ["aarhus"]);
        return id;
    }

    /// <summary>Somebody whose requests the platform marks with this account; null: with none.</summary>
    internal Guest Guest(string? header)
    {
        var guest = Guest();
        if (header is not null)
            guest.Http.DefaultRequestHeaders.Add(ClientPrincipal.Header, header);
        return guest;
    }

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton(Ways));
    }
}

/// <summary>The same, where a link signs in too.</summary>
public sealed class AccountOrLinkSite : AccountSite
{
    private protected override SignInWays Ways => new(true, Accounts.Tenant);
}
