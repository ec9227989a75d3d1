using Husrum.Core.People;
using Husrum.Functions.Demo;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages;

namespace Husrum.Functions.SignIn;

/// <summary>Sees to it that somebody can get in: the first operator, and their link on the console.</summary>
internal sealed partial class FirstStart(PersonDirectory people, StaffDirectory staff, SignInLinks links, SignInWays ways, PublicAddress address, StorePlace place, IConfiguration configuration, StartOptions options, IMessageProvider provider, IServiceProvider services, ILogger<FirstStart> logger)
{
    /// <summary>The setting that names the first operator's address, where nobody reads the console: they ask for a sign-in link like anybody else.</summary>
    public const string Setting = "FirstOperator";

    /// <summary>The first operator's stand-in for an address; their own they enter themselves, on the staff page.</summary>
    public const string Operator = "operator@localhost";

    private string? _announce;

    private string FirstAddress => configuration[Setting] is { Length: > 0 } address ? address : Operator;

    /// <summary>Makes the first people where there are none.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        if (ways.IsUnguarded)
            LogUnguarded(logger);
        var isFirst = !await staff.AllAsync(cancellation).AnyAsync(cancellation);
        if (options.Demo)
            await DemoSeed.RunAsync(services, cancellation);
        if (!await links.HasOperatorEnteredAsync(cancellation))
            _announce = options.Demo ? DemoPeople.Operator : FirstAddress;
        if (!isFirst || options.Demo)
            return;
        var id = await people.FindOrCreateByEmailAsync(FirstAddress, "Administrator", "da", cancellation: cancellation);
        await staff.PutAsync(id, [StaffRole.Operator], [], cancellation: cancellation);
    }

    /// <summary>Says where the program is and, until an operator has signed in, how to get in. On the standard output, for whoever started it; never in the log.</summary>
    public async Task AnnounceAsync(TextWriter output)
    {
        await output.WriteLineAsync($"Husrum: {address.Value}   (data: {place.Words})");
        if (!options.Demo && provider is MailboxProvider)
            await output.WriteLineAsync("Ingen beskeder forlader maskinen, heller ikke links til at logge ind: sæt Messages__Smtp__Host eller Messages__Gateway__Url, og prøv 'config check'. / No messages leave the machine, nor do sign-in links: set Messages__Smtp__Host or Messages__Gateway__Url, and try 'config check'.");
        if (_announce is not null && ways.ByLink && await links.IssueAsync(_announce) is { } token)
        {
            await output.WriteLineAsync($"Log ind som administrator, én gang og inden for {SignInLinks.Lifetime.TotalMinutes} minutter / Sign in as operator, once and within {SignInLinks.Lifetime.TotalMinutes} minutes:");
            await output.WriteLineAsync($"{address.Value}{SignInLinks.Path}?t={token}");
            await output.WriteLineAsync($"Et nyt link, når som helst: start programmet med / Another link, any time: start the program with 'sign-in-link {_announce}'.");
        }

        await output.FlushAsync();
    }

    [LoggerMessage(LogLevel.Error, "SignIn__By wants accounts, and App Service Authentication does not check them here: nobody signs in by one")]
    private static partial void LogUnguarded(ILogger logger);
}
