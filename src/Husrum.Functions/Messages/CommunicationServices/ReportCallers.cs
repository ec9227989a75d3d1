namespace Husrum.Functions.Messages.CommunicationServices;

/// <summary>Who may bring delivery reports.</summary>
/// <param name="options">What is set up; null where the service is not.</param>
/// <param name="entra">Reads tokens of Entra; null where none are expected.</param>
internal sealed class ReportCallers(CommunicationOptions? options, EntraTokens? entra = null)
{
    private const string Bearer = "Bearer ";

    /// <summary>False where there is nothing to report on.</summary>
    public bool AreExpected => options?.HasReports == true;

    public async Task<bool> AllowsAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (options?.ReportsSecret is { } secret
            && (DeliveryReportEndpoint.IsSame(request.Headers[DeliveryReportEndpoint.Header], secret) || DeliveryReportEndpoint.IsSame(request.Query[DeliveryReportEndpoint.Query], secret)))
            return true;
        var authorization = request.Headers.Authorization.ToString();
        return entra is not null && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && await entra.IsValidAsync(authorization[Bearer.Length..], cancellation);
    }
}
