using System.Text;

namespace Husrum.Functions.Tests.Pages;

/// <summary>What people type and attach.</summary>
internal static class Claims
{
    public static byte[] Heic { get; } = [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[64]];

    /// <summary>A PDF of somebody's own.</summary>
    public static byte[] PdfOf(string name) => Encoding.ASCII.GetBytes($"%PDF-1.4\n%{Convert.ToHexString(Encoding.UTF8.GetBytes(name))}\n" + Objects);

    private const string Objects = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    /// <summary>A claim of 123.45 kr. in Aarhus, complete but for a receipt.</summary>
    public static List<(string Name, string Value)> Typed(string name, string department = "aarhus") =>
    [
        ("department", department),
        ("name", name),
        ("email", name.Split(' ')[0].ToLowerInvariant() + "@post.example"),
        ("purpose", "Fællesspisning"),
        ("activityDate", "2026-08-28"),
        ("lines[0].text", "Kaffe"),
        ("lines[0].amount", "123,45"),
        ("registrationNumber", "0400"),
        ("accountNumber", "12345678"),
    ];
}
