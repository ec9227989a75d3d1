using System.Net.Sockets;
using System.Security.Authentication;
using Azure;
using Azure.Core;
using Azure.Identity;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Functions.Embedded;
using Husrum.Functions.Messages;
using Husrum.Functions.Messages.CommunicationServices;
using Husrum.Functions.Messages.Smtp;

namespace Husrum.Functions.ConfigCheck;

/// <summary>Whether messages can leave: the provider is reached and signed in to, and nothing is sent.</summary>
internal sealed class MessageChecks(IConfiguration configuration, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellation)
    {
        try
        {
            var options = StartOptions.Read(configuration);
            var ways = MessageWays.Read(configuration, options.Demo);
            if (ways.AllStayHere)
                return [options.Demo ? Finding.Good("Messages", "stay in /postkasse, as in any rehearsal") : Finding.Look("Messages", "nothing leaves the machine: mails stay in /postkasse", "Set Messages__Smtp__Host, Messages__CommunicationServices__Endpoint or Messages__Gateway__Url.")];
            var findings = new List<Finding> { await CheckAsync("E-mail", ways.Email, options, cancellation) };
            if (ways.Sms != ways.Email)
                findings.Add(await CheckAsync("SMS", ways.Sms, options, cancellation));
            if (Uri.TryCreate(configuration["PublicUrl"], UriKind.Absolute, out var address) && address.Authority.Length > ShortLinks.LongestHost)
                findings.Add(Finding.Look("SMS length", $"the host of PublicUrl has {address.Authority.Length} characters; beyond {ShortLinks.LongestHost} some SMS take two segments", "Give the program a shorter name of your own, or pay double."));
            if (ways.Email == MessageWay.CommunicationServices || ways.Sms == MessageWay.CommunicationServices)
                findings.Add(Reports(CommunicationOptions.Read(configuration)!));
            return findings;
        }
        catch (StartOptionsException e)
        {
            return [Finding.Wrong("Messages", "a setting does not read", e.Message)];
        }
    }

    private async Task<Finding> CheckAsync(string name, MessageWay way, StartOptions options, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        return way switch
        {
            MessageWay.Smtp => await SmtpAsync(name, SmtpOptions.Read(configuration)!, Sender(options), limit.Token),
            MessageWay.CommunicationServices => await ServiceAsync(name, CommunicationOptions.Read(configuration)!, limit.Token),
            MessageWay.Gateway => await GatewayAsync(name, GatewayProvider.AddressIn(configuration)!, limit.Token),
            _ => Finding.Look(name, "no way is set up: an SMS goes as a mail, or before a person", "Set Messages__CommunicationServices__Endpoint, or leave it."),
        };
    }

    private static async Task<Finding> SmtpAsync(string name, SmtpOptions options, string? sender, CancellationToken cancellation)
    {
        await using var session = new SmtpSession(options);
        try
        {
            await session.OpenAsync(null, cancellation);
            if (sender is not null)
                await session.AddressAsync(sender, null, cancellation);
            await session.LeaveAsync(cancellation);
            return Finding.Good(name, $"by SMTP, {options}{(sender is null ? "" : $"; {sender} may send")}");
        }
        catch (SmtpRefusedException e)
        {
            return Finding.Wrong(name, $"{options} refuses ({e.Message})", session.Step == SmtpStep.SignIn ? "Look at Messages__Smtp__User and Messages__Smtp__Password; some providers want a password made for this program." : $"Ask the mail server's people whether {sender} may send through it.");
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            return Finding.Wrong(name, $"{options} cannot be talked to ({session.Step}: {e.GetType().Name})", session.Step == SmtpStep.Encrypt
                ? "Look at Messages__Smtp__Security (StartTls for 587, Tls for 465) and at the server's certificate."
                : "Look at Messages__Smtp__Host and Messages__Smtp__Port, and whether a firewall lets mail out.");
        }
    }

    // asks for an operation that never was: "not found" means reached, signed in and permitted
    private async Task<Finding> ServiceAsync(string name, CommunicationOptions options, CancellationToken cancellation)
    {
        var way = options.AccessKey is null ? "with the program's identity" : "with its key";
        try
        {
            var client = new CommunicationClient(options, () => new DefaultAzureCredential(), time);
            var answer = await client.SendAsync(RequestMethod.Get, $"/emails/operations/{Guid.Empty:D}?api-version=2025-09-01", null, cancellation);
            return answer.Status switch
            {
                200 or 404 => Finding.Good(name, $"by Communication Services, {options.Endpoint.Host}, {way}"),
                401 => Finding.Wrong(name, $"{options.Endpoint.Host} does not know us ({answer.Status}, {way})", options.AccessKey is null ? "Give the program's identity the role 'Communication and Email Service Owner' on the resource." : "Copy the key anew; look at the machine's clock too, signatures hold for minutes."),
                403 => Finding.Wrong(name, $"{options.Endpoint.Host} does not permit it ({answer.Status}, {way})", "Give the program's identity the role 'Communication and Email Service Owner' on the resource."),
                _ => Finding.Look(name, $"{options.Endpoint.Host} answers {answer.Status}", "Try again later; look at the resource's page in the portal."),
            };
        }
        catch (AuthenticationFailedException)
        {
            return Finding.Wrong(name, $"{options.Endpoint.Host}: this machine has no identity to sign in with", "Run it in Azure with a managed identity, or set Messages__CommunicationServices__AccessKey.");
        }
        catch (Exception e) when (e is RequestFailedException or OperationCanceledException or IOException)
        {
            return Finding.Wrong(name, $"{options.Endpoint.Host} cannot be reached", "Look at Messages__CommunicationServices__Endpoint, and whether a firewall lets HTTPS out.");
        }
    }

    private static async Task<Finding> GatewayAsync(string name, Uri address, CancellationToken cancellation)
    {
        try
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(address.Host, address.Port, cancellation);
            return Finding.Good(name, $"by the gateway at {address.Host}:{address.Port}, which listens");
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return Finding.Wrong(name, $"the gateway at {address.Host}:{address.Port} cannot be reached", "Start it, or mend Messages__Gateway__Url.");
        }
    }

    private Finding Reports(CommunicationOptions options) => !options.HasReports
        ? Finding.Look("Reports", "nobody tells whether messages arrived", "Set Messages__CommunicationServices__ReportsSecret and an Event Grid subscription, see the operators' guide.")
        : configuration["PublicUrl"]?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true
            ? Finding.Good("Reports", $"expected at {new PublicAddress(configuration).Value}{DeliveryReportEndpoint.Path}")
            : Finding.Look("Reports", "Event Grid brings them to public https addresses only", "Set PublicUrl to one.");

    private static string? Sender(StartOptions options)
    {
        try
        {
            return OrganisationReader.Read(File.ReadAllText(new DataFolder(options.Data).Organisation)).Senders.Email;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OrganisationException)
        {
            return null; // said elsewhere
        }
    }
}
