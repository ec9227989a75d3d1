using Husrum.Core.Forms;

namespace Husrum.Functions.Pages.HjemTilOs;

/// <summary>What both forms can be answered with.</summary>
internal static class SentForms
{
    public static FieldProblem SentBefore { get; } = new(
        "",
        "I har allerede sendt denne formular med et andet indhold, og den har vi. Er dette en ny, så send igen.",
        "You have already sent this form with other content, and we have it. If this is a new one, please send it again.");

    public static FieldProblem NotSaved { get; } = new(
        "",
        "Vi kan ikke gemme noget lige nu. Det er ikke jeres skyld. Formularen er ikke sendt, men alt, hvad I skrev, er her stadig. Prøv igen om lidt.",
        "We cannot save anything right now. It is not your fault. The form has not been sent, but everything you typed is still here. Please try again in a little while.");
}
