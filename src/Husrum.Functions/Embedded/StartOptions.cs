using System.Globalization;

namespace Husrum.Functions.Embedded;

/// <summary>What the command line (or the environment) asks for.</summary>
/// <param name="Data">The data folder: <c>./data</c>, with <paramref name="Demo"/> <c>./data-demo</c>, where nothing else is named.</param>
/// <param name="Demo">With an invented organisation and a clock that can be turned.</param>
/// <param name="Clock">Where the clock starts, Danish local time; null for the real now. Only with <paramref name="Demo"/>, and only at the first start of a data folder.</param>
internal sealed record StartOptions(string Data, bool Demo, DateTime? Clock)
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>Makes bare switches into values, which is what the configuration reads.</summary>
    public static string[] Normal(string[] args) => [.. args.Select(arg => arg == "--demo" ? "--demo=true" : arg)];

    /// <exception cref="StartOptionsException">An option does not read; the message says how to write it.</exception>
    public static StartOptions Read(IConfiguration configuration)
    {
        var demo = configuration["demo"] switch
        {
            null or "" or "false" => false,
            "true" => true,
            _ => throw new StartOptionsException("--demo takes no value."),
        };
        return new StartOptions(configuration["data"] is { Length: > 0 } data ? data : demo ? "data-demo" : "data", demo, ReadClock(configuration["clock"], demo));
    }

    private static DateTime? ReadClock(string? text, bool demo)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (!demo)
            throw new StartOptionsException("--clock needs --demo: only a rehearsal has a clock that can be set.");
        return DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock)
            ? clock
            : throw new StartOptionsException("--clock is a local time such as 2026-08-31T08:00.");
    }
}

/// <summary>The program was started in a way it does not understand.</summary>
internal sealed class StartOptionsException(string message) : Exception(message);
