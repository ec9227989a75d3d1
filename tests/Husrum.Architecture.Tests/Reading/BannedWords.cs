using System.Text.RegularExpressions;

namespace Husrum.Architecture.Tests.Reading;

/// <summary>What may not stand in a deterministic file: replayed, it would mean something else.</summary>
internal static class BannedWords
{
    private static readonly (string Pattern, string Why)[] InOrchestrators =
    [
        (@"\bDateTime(Offset)?\s*\.\s*(Utc)?(Now|Today)\b", "the clock is context.CurrentUtcDateTime"),
        (@"\bTimeProvider\b", "the clock is context.CurrentUtcDateTime"),
        (@"\bStopwatch\b", "not deterministic"),
        (@"\bTask\s*\.\s*(Delay|Run|Yield|Factory)\b", "waits are CreateTimer; the executor owns the thread"),
        (@"\bConfigureAwait\b", "continuations stay on the executor's thread"),
        (@"\bThread(ing\.(Timer|Lock)|Pool)?\s*\.", "single-threaded"),
        (@"\block\s*\(", "single-threaded"),
        (@"\bGuid\s*\.\s*(NewGuid|CreateVersion7)\b", "ids come from context.NewGuid or are passed in"),
        (@"\b(Random|IRandom|RandomNumberGenerator)\b", "randomness is drawn in an activity"),
        (@"\bIds\s*\.\s*New\b|\bids\s*\.\s*New\b", "ids come from an activity or are passed in"),
        (@"\bEnvironment\b", "the environment is read in an activity"),
        (@"\b(IConfiguration|IOptions\w*)\b", "configuration is read in an activity"),
        (@"\b(IRegister|RegisterBatch|IDocumentStore|HttpClient|SqliteTaskHub|DurableTaskClient|IServiceProvider)\b", "I/O happens in an activity"),
        (@"\b(Console|File|Directory)\s*\.", "I/O happens in an activity"),
        (@"\bILogger(Factory)?\s*<", "a logger comes from context.CreateReplaySafeLogger"),
        (@"\b(dynamic|unsafe)\b", "not in deterministic code"),
        (@"\bstatic\s+(?!readonly\b|class\b|partial\b|async\b)[\w<>\[\]?,. ]+\s+\w+\s*(=[^>]|;)", "a static field that can change outlives the replay"),
        (@"\bstatic\s+readonly\s+(Dictionary|List|HashSet|Queue|ConcurrentDictionary)\b", "a static collection that can change outlives the replay"),
        (@"\b(using\s+)?System\.(IO|Net|Diagnostics\.Process)\b", "I/O happens in an activity"),
    ];

    /// <summary>Every banned use in a deterministic file, as <c>line: text (why)</c>.</summary>
    public static IEnumerable<string> In(string code) =>
        from line in code.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        from banned in InOrchestrators
        where Regex.IsMatch(line.Text, banned.Pattern)
        select $"{line.Number}: {line.Text.Trim()} ({banned.Why})";
}
