using Husrum.Core.Calendar;
using Husrum.Functions.Azure.Storage;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.ConfigCheck;

/// <summary>
/// <c>config check</c>: what is set up, reachable and permitted, on one screen, and what to do about what is not. It changes nothing, sends no message and prints no secret.
/// Things are looked at one by one: one that cannot be keeps none from the rest.
/// </summary>
internal sealed class ConfigReport(IConfiguration configuration, TimeProvider time)
{
    private const int Width = 16;

    /// <summary>Looks at all of it and prints it.</summary>
    /// <returns>False where something is wrong.</returns>
    public async Task<bool> RunAsync(TextWriter output, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        await output.WriteLineAsync($"Husrum, config check, {WallTime.LocalDate(now):yyyy-MM-dd} {WallTime.LocalTime(now):HH:mm} in Denmark ({now:HH:mm} UTC)");
        var (look, wrong) = (0, 0);
        foreach (var finding in await FindAsync(cancellation))
        {
            await output.WriteLineAsync($"{Mark(finding.Mark)}  {finding.Name.PadRight(Width)}{finding.Found}");
            if (finding.Do is not null)
                await output.WriteLineAsync($"{new string(' ', Width + 6)}→ {finding.Do}");
            look += finding.Mark == FindingMark.Look ? 1 : 0;
            wrong += finding.Mark == FindingMark.Wrong ? 1 : 0;
        }

        await output.WriteLineAsync(wrong + look == 0 ? "All is well." : $"{wrong} wrong, {look} to look at.");
        return wrong == 0;
    }

    private async Task<List<Finding>> FindAsync(CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        try
        {
            var place = new PlaceChecks(configuration, StartOptions.Read(configuration), time);
            findings.Add(place.Home());
            if (place.Account() is { } account)
                findings.AddRange(await new StorageChecks(configuration, account).FindAsync(cancellation));
            else
                findings.AddRange([place.Data(), place.Disk(), place.Organisation()]);
            findings.Add(place.Clock());
            findings.Add(await place.AddressAsync(cancellation));
        }
        catch (Exception e) when (e is StartOptionsException or StorageException)
        {
            findings.Add(Finding.Wrong("Start", "an option does not read", e.Message));
        }

        findings.Add(SignInChecks.Find(configuration));
        findings.AddRange(await new MessageChecks(configuration, time).FindAsync(cancellation));
        findings.AddRange(SettingNames.Unknown(configuration));
        return findings;
    }

    private static string Mark(FindingMark mark) => mark switch
    {
        FindingMark.Good => " ok ",
        FindingMark.Look => "look",
        _ => " NO ",
    };
}
