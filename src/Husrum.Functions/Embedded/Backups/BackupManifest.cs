using System.Text.Json;

namespace Husrum.Functions.Embedded.Backups;

/// <summary>What a backup says about itself, <c>manifest.json</c>.</summary>
/// <param name="Format">1; a program refuses what it does not know.</param>
/// <param name="Taken">When, on the program's clock, UTC.</param>
/// <param name="DatabaseSha256">Of the copy.</param>
/// <param name="Documents">How many.</param>
internal sealed record BackupManifest(int Format, DateTimeOffset Taken, string DatabaseSha256, int Documents)
{
    public const int ThisFormat = 1;

    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    public static BackupManifest? Read(Stream json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
