using System.Security.Cryptography;
using System.Text;
using Husrum.Core.Organisations;

namespace Husrum.Functions.Demo;

/// <summary>The organisation that <c>--demo</c> plays: HUSRUM's seven departments (seed 001_e73704ec3ca2997b), everything else invented.</summary>
internal static class DemoOrganisation
{
    /// <summary>The key by which a web site sends claims in the rehearsal.</summary>
    public const string ApiKey = "demo";

    public static Organisation Make() => new()
    {
        Id = "husrum",
        Name = "HUSRUM",
        Languages = ["da", "en"],
        Senders = new Senders("hej@husrum.example", "HUSRUM", "HUSRUM"),
        Mailbox = "hej@husrum.example",
        Departments = [.. Names.Select(name => new Department(IdOf(name), name, $"{IdOf(name)}@husrum.example"))],
        Limits = new Limits(SecondApprovalKr: 2000),
        Volunteering = DefaultOrganisation.Value.Volunteering,
        ApiKeys = [new ApiKey("demo", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey))))],
    };

    private static readonly string[] Names = ["Aarhus", "Horsens", "Silkeborg", "Viborg", "Randers", "Esbjerg", "Skanderborg"];

    private static string IdOf(string name) => name.ToLowerInvariant();
}
