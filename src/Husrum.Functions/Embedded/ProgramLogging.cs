namespace Husrum.Functions.Embedded;

/// <summary>What the program says about itself: on the console, in UTC, in ids and words.</summary>
internal static class ProgramLogging
{
    /// <summary>Adds the log. Requests are not logged, because addresses can hold a link's token.</summary>
    public static ILoggingBuilder AddHusrumLog(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.ColorBehavior = Microsoft.Extensions.Logging.Console.LoggerColorBehavior.Disabled;
        });
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // why the program cannot start is said in plain words
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // keys lie in a folder of the owner's own
        return logging;
    }
}
