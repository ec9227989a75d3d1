using Husrum.Core.Language;

namespace Husrum.Core.Cases;

/// <summary>Words of the timeline that every process has.</summary>
public static class CaseWords
{
    internal const string Reminded = "reminded";

    internal const string Escalated = "escalated";

    internal const string Stuck = "stuck";

    internal const string Restarted = "restarted";

    internal const string Withdrawn = "withdrawn";

    /// <summary>The line; null where the word is the process's own.</summary>
    public static Bilingual? Of(string word) => word switch
    {
        Reminded => new("Vi mindede om, at der mangler et svar.", "We sent a reminder that an answer is missing."),
        Escalated => new("Spørgsmålet er sendt videre til en kollega, fordi der ikke kom svar.", "The question was passed on to a colleague because there was no answer."),
        Stuck => new("Ingen har svaret endnu. Vi har sagt det til dem, der kan hjælpe sagen videre.", "Nobody has answered yet. We have told those who can help."),
        Restarted => new("Sagen er sat i gang igen.", "The case was started again."),
        Withdrawn => new("Trukket tilbage.", "Withdrawn."),
        _ => null,
    };
}
