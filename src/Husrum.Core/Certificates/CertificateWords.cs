using Husrum.Core.Language;

namespace Husrum.Core.Certificates;

/// <summary>What a certificate is called. The Danish names have no exact English ones and stay.</summary>
internal static class CertificateWords
{
    /// <summary>In a question's name.</summary>
    public static string Slug(CertificateKind kind) => kind == CertificateKind.Children ? "boerneattest" : "straffeattest";

    /// <summary>As people say it; null where it may be of either kind.</summary>
    public static Bilingual Of(CertificateKind? kind) => kind switch
    {
        CertificateKind.Children => new("børneattesten", "the børneattest (child certificate)"),
        CertificateKind.Criminal => new("straffeattesten", "the straffeattest (criminal record certificate)"),
        _ => new("den nye attest", "the new certificate"),
    };

    /// <summary>The same at the beginning of a sentence, without the explanation.</summary>
    public static Bilingual AtStart(CertificateKind? kind) => kind switch
    {
        CertificateKind.Children => new("Børneattesten", "The børneattest"),
        CertificateKind.Criminal => new("Straffeattesten", "The straffeattest"),
        _ => new("Den nye attest", "The new certificate"),
    };
}
