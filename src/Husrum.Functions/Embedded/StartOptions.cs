using System.Globalization;

namespace Husrum.Functions.Embedded;

/// <summary>What the command line (or the environment) asks for.</summary>
/// <param name="Data">The data folder: <c>./data</c>, with <paramref name="Demo"/> <c>./data-demo</c>, where nothing else is named here or as <c>Husrum:Data</c>.</param>
/// <param name="Demo">With an invented organisation and a clock that can be turned.</param>
/// <param name="Clock">Where the clock starts, Danish local time; null for the real now. Only with <paramref name="Demo"/>, and only at the first start of a data folder.</param>
internal sealed record StartOptions(string Data, bool Demo, DateTime? Clock)
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    // what calendars and time limits are sure of
    private static readonly (int First, int Last) Years = (2000, 2100);

    /// <summary>Reads the options, and looks at the address to listen at.</summary>
    /// <exception cref="StartOptionsException">An option does not read; the message says how to write it.</exception>
    public static StartOptions Read(IConfiguration configuration)
    {
        var demo = configuration["demo"] switch
        {
            null or "" or "false" => false,
            "true" => true,
            _ => throw new StartOptionsException("--demo takes no value."),
        };
        CheckUrls(configuration["urls"]);
        return new StartOptions((configuration["data"] ?? configuration["Husrum:Data"]) is { Length: > 0 } data ? data : demo ? "data-demo" : "data", demo, ReadClock(configuration["clock"], demo));
    }

    private static DateTime? ReadClock(string? text, bool demo)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (!demo)
            throw new StartOptionsException("--clock needs --demo: only a rehearsal has a clock that can be set.");
        if (!DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            throw new StartOptionsException("--clock is a local time such as 2026-08-31T08:00.");
        return clock.Year >= Years.First && clock.Year < Years.Last ? clock : throw new StartOptionsException($"--clock lies between {Years.First} and {Years.Last}.");
    }

    private static void CheckUrls(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var plain = url.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
            if (!Uri.TryCreate(plain, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/")
                throw new StartOptionsException($"'{url}' is no address to listen at. --urls takes one such as http://127.0.0.1:7071.");
            if (address.Scheme == "https")
                throw new StartOptionsException($"'{url}': the program speaks plain HTTP. Put a reverse proxy with a certificate in front of it, and let it listen at http://127.0.0.1:7071.");
        }
    }
}

/// <summary>The program was started in a way it does not understand.</summary>
internal sealed class StartOptionsException(string message) : Exception(message);
