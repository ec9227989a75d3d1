using Azure.Core;
using Azure.Core.Pipeline;
using Husrum.Core.Organisations;
using Husrum.Functions.Messages.CommunicationServices;

namespace Husrum.Functions.Tests.Messages.CommunicationServices;

/// <summary>The provider as the program makes it, before a server that plays the service.</summary>
internal static class CommunicationBench
{
    public const string Secret = "a-secret-that-event-grid-shows";

    public static readonly Organisation Organisation = DefaultOrganisation.Value with
    {
        Senders = DefaultOrganisation.Value.Senders with { SmsAbroad = [new SmsAbroad("+298", "HUSRUM"), new SmsAbroad("+46", "+46701740605")] },
    };

    public static CommunicationProvider Provider(this CommunicationServer server, TimeProvider time, bool reports = true, byte[]? key = null)
    {
        var options = new CommunicationOptions(server.Address, Convert.ToBase64String(key ?? CommunicationServer.Key), reports ? Secret : null);
        return new CommunicationProvider(new CommunicationClient(options, () => throw new InvalidOperationException(), time), options, Organisation);
    }

    public static CommunicationProvider WithToken(this CommunicationServer server, TimeProvider time, string token)
    {
        var options = new CommunicationOptions(server.Address, null, null);
        var trusting = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == TestCertificate.Value.Thumbprint };
        var client = new CommunicationClient(options, () => new FixedToken(token), time, new HttpClientTransport(new HttpClient(trusting)));
        return new CommunicationProvider(client, options, Organisation);
    }

    private sealed class FixedToken(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            requestContext.Scopes.ShouldBe([CommunicationClient.Scope]);
            return new AccessToken(token, DateTimeOffset.UtcNow.AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
