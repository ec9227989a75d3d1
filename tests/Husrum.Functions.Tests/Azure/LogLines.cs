using Microsoft.Extensions.Logging;

namespace Husrum.Functions.Tests.Azure;

/// <summary>Keeps what is logged, exceptions included.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    public List<string> All { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    /// <summary>The lines so far, warnings and worse.</summary>
    public List<string> Troubles { get; } = [];

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (All)
        {
            All.Add(formatter(state, exception) + exception);
            if (logLevel >= LogLevel.Warning)
                Troubles.Add(All[^1]);
        }
    }

    public void Dispose()
    {
    }
}
