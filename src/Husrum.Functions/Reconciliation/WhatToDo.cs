using Husrum.Core.Language;
using Husrum.Core.Reconciliation;

namespace Husrum.Functions.Reconciliation;

/// <summary>What a person does about something that does not balance.</summary>
internal static class WhatToDo
{
    /// <summary>What is wrong, in a sentence's beginning.</summary>
    public static Bilingual Name(ImbalanceKind kind) => kind switch
    {
        ImbalanceKind.Lost => new("Noget skulle være sendt eller spurgt om, og det er ikke sket", "Something was due and did not happen"),
        ImbalanceKind.Doubled => new("Nogen har fået det samme to gange", "Somebody was told the same twice"),
        ImbalanceKind.Mistimed => new("Noget kom på et andet tidspunkt, end det skulle", "Something came at another time than it should"),
        _ => new("Sagen står stille, og ingen bliver mindet om den", "The case stands still, and nobody is reminded of it"),
    };

    /// <summary>The next thing to do.</summary>
    public static Bilingual Next(Imbalance found) => found.Kind switch
    {
        ImbalanceKind.Lost => new("Ring eller skriv til dem, det handler om, og vis det til jeres administrator.", "Call or write to those it concerns, and show it to your operator."),
        ImbalanceKind.Doubled => new("Sig undskyld, hvis nogen undrer sig, og vis det til jeres administrator.", "Apologise if anybody wonders, and show it to your operator."),
        ImbalanceKind.Mistimed => new("Hør, om det gjorde noget. Har programmet været stoppet, er det grunden.", "Ask whether it did any harm. If the program was stopped at the time, that is why."),
        _ => new("Se sagen igennem. Administratoren kan sætte den i gang igen på siden Drift.", "Look through the case. The operator can set it going again on the page Drift."),
    };

    /// <summary>What kind of case it is, for people.</summary>
    public static Bilingual Process(string process) => process switch
    {
        "refund" => new("Udlæg", "Expense claim"),
        "gathering" => new("Møde", "Meeting"),
        "hto-course" => new("Forløb med en venskabsfamilie", "Year with a friend family"),
        "hto-match" => new("Match", "Match"),
        "hto-worry" => new("Bekymring", "Worry"),
        "friend-family" => new("Venskabsfamilie", "Friend family"),
        "referral" => new("Henvisning", "Referral"),
        "volunteer-leave" => new("Orlov", "Leave"),
        "certificate-renewal" => new("Fornyelse af en attest", "Renewal of a certificate"),
        "engine" => new("Programmets motor", "The program's engine"),
        _ => new("Frivillig", "Volunteer"),
    };

    /// <summary>For the console.</summary>
    public static string English(Imbalance found) => Next(found).English;
}
