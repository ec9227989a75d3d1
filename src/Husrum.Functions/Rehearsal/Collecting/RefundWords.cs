using Husrum.Core.Language;

namespace Husrum.Functions.Rehearsal.Collecting;

/// <summary>The refund process's questions and answers in a line.</summary>
internal static class RefundWords
{
    public static Bilingual Question(string question) => question switch
    {
        "refund-approve" => new("Kan udlægget godkendes?", "Can the claim be approved?"),
        "refund-second" => new("Kan udlægget godkendes af nummer to?", "Can the claim be approved by the second person?"),
        _ => new("Der mangler noget ved udlægget", "Something is missing in the claim"),
    };

    public static Bilingual Answer(string answer) => answer switch
    {
        "approve" => new("Ja, godkendt", "Yes, approved"),
        "reject" => new("Nej, afvist", "No, turned down"),
        "return" => new("Sendt tilbage, der mangler noget", "Sent back, something is missing"),
        "completed" => new("Sendt igen med det, der manglede", "Sent again with what was missing"),
        "withdrawn" => new("Trukket tilbage", "Withdrawn"),
        _ => new(answer, answer),
    };
}
