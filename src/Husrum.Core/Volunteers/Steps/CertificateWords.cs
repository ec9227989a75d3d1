using Husrum.Core.Language;

namespace Husrum.Core.Volunteers.Steps;

/// <summary>What a certificate is called. The Danish names have no exact English ones and stay.</summary>
internal static class CertificateWords
{
    /// <summary>In a question's name.</summary>
    public static string Slug(CertificateKind kind) => kind == CertificateKind.Children ? "boerneattest" : "straffeattest";

    /// <summary>As people say it.</summary>
    public static Bilingual Name(CertificateKind kind) => kind == CertificateKind.Children ? new("børneattesten", "the børneattest (child certificate)") : new("straffeattesten", "the straffeattest (criminal record certificate)");
}
