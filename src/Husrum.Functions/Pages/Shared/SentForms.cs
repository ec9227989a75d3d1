using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.Register;
using Husrum.Functions.Embedded;

namespace Husrum.Functions.Pages.Shared;

/// <summary>What the forms that become cases are answered with.</summary>
internal static class SentForms
{
    /// <summary>The form's own id, hidden in it; a new one where it has none that can be used.</summary>
    public static string IdOf(IFormCollection form, Ids ids) => form["submissionId"].ToString() is { Length: >= 8 and <= 64 } id ? id : ids.New();

    /// <summary>Takes a form in. What was typed stays on the page, whatever is wrong with it.</summary>
    /// <param name="submit">Takes it in.</param>
    /// <param name="sent">The page that says thank you.</param>
    /// <param name="again">The form again, with what is wrong and a status.</param>
    /// <param name="asNew">The same where it was sent before with other content: under a new id, so that it can be sent as another one.</param>
    public static async Task<IResult> AnswerAsync(Func<Task<CaseIntakeResult>> submit, Func<IResult> sent, Func<IReadOnlyList<FieldProblem>, int, IResult> again, Func<IReadOnlyList<FieldProblem>, int, IResult> asNew)
    {
        try
        {
            return await submit() switch
            {
                CaseIntakeResult.Accepted => sent(),
                CaseIntakeResult.Invalid invalid => again(invalid.Problems, StatusCodes.Status422UnprocessableEntity),
                _ => asNew([SentBefore], StatusCodes.Status409Conflict),
            };
        }
        catch (Exception e) when (DiskRoom.IsFull(e))
        {
            return again([NotSaved], StatusCodes.Status507InsufficientStorage);
        }
    }

    /// <summary>Nothing can be saved.</summary>
    public static FieldProblem NotSaved { get; } = new(
        "",
        "Vi kan ikke gemme noget lige nu. Det er ikke din skyld. Formularen er ikke sendt, men alt, hvad du skrev, er her stadig. Prøv igen om lidt.",
        "We cannot save anything right now. It is not your fault. The form has not been sent, but everything you typed is still here. Please try again in a little while.");

    private static FieldProblem SentBefore { get; } = new(
        "",
        "Du har allerede sendt denne formular med et andet indhold, og den har vi. Er dette en ny, så send igen.",
        "You have already sent this form with other content, and we have it. If this is a new one, please send it again.");
}
