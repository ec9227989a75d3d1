namespace Husrum.Core.Decisions;

/// <summary>Names of questions that are asked of several parties of a case, each by a question of its own: <c>consent--guardian-1</c>.</summary>
public static class PartyQuestions
{
    private const string Mark = "--";

    /// <summary>The question of a kind for a party.</summary>
    public static string Of(string kind, string partyId) => kind + Mark + partyId;

    /// <summary>The kind in a question's name; the name itself where it is no party's.</summary>
    public static string KindOf(string question) => question.IndexOf(Mark, StringComparison.Ordinal) is var at and > 0 ? question[..at] : question;
}
