using Husrum.Core.Refunds.Views;
using Husrum.Functions.Pages.Shared;

namespace Husrum.Functions.Pages.Refunds.Decide;

/// <summary>A recorded decision in words.</summary>
internal static class DecisionWords
{
    public static string Of(RecordedDecision decision, Tongue language) => decision.ByName.Length == 0
        ? Done(decision.Answer, language)
        : language.Say($"{Done(decision.Answer, language)} af {decision.ByName}", $"{Done(decision.Answer, language)} by {decision.ByName}");

    private static string Done(string answer, Tongue language) => answer switch
    {
        "approve" => language.Say("Godkendt", "Approved"),
        "reject" => language.Say("Afvist", "Turned down"),
        "return" => language.Say("Sendt tilbage", "Sent back"),
        "withdrawn" => language.Say("Trukket tilbage", "Withdrawn"),
        "completed" => language.Say("Rettet og sendt igen", "Put right and sent again"),
        "lapsed" => language.Say("Lukket", "Closed"),
        _ => language.Say("Afgjort", "Decided"),
    };
}
