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
        Volunteering = Default with { Functions = [.. Default.Functions, .. OfOtherProgrammes] },
        HjemTilOs = DefaultHjemTilOs.For("aarhus"),
        ApiKeys = [new ApiKey("demo", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ApiKey))))],
    };

    private static Volunteering Default => DefaultOrganisation.Value.Volunteering!;

    // so that everything can be tried: WeShelter's functions, and the adults of Hjem til Os with both certificates
    private static readonly VolunteerFunction[] OfOtherProgrammes =
    [
        new("netvaerksven", new("netværksven", "network friend"), 0, CertificatePolicy.None),
        new("madklub", new("frivillig i en madklub", "volunteer in a food club"), 0, CertificatePolicy.None),
        new("venskabsfamilie", new("voksen i en venskabsfamilie", "adult of a friend family"), 0, CertificatePolicy.ChildrenAndCriminal),
    ];

    private static readonly string[] Names = ["Aarhus", "Horsens", "Silkeborg", "Viborg", "Randers", "Esbjerg", "Skanderborg"];

    private static string IdOf(string name) => name.ToLowerInvariant();
}
