using System.Globalization;
using Husrum.Core.Documents;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Functions.Demo;

/// <summary>An invented claim.</summary>
/// <param name="Word">Names it; its id follows from it, so that playing it twice makes one.</param>
/// <param name="DaysBefore">Sent so many days before the rehearsal begins; the activity was two days earlier.</param>
/// <param name="Department">Department's id.</param>
/// <param name="Name">Who sends it.</param>
/// <param name="Purpose">What it was for.</param>
/// <param name="Account">Kontonummer.</param>
/// <param name="Receipt">Its receipt; null for a lost one.</param>
/// <param name="Lines">What was bought.</param>
internal sealed record DemoClaim(string Word, int DaysBefore, string Department, string Name, string Purpose, string Account, PreparedDocument? Receipt, params ClaimFormLine[] Lines)
{
    public string SubmissionId => "demo-" + Word;

    /// <summary>The form, the same each time.</summary>
    /// <param name="begins">The day the rehearsal begins.</param>
    public ClaimForm Form(DateOnly begins) => new()
    {
        SubmissionId = SubmissionId,
        Department = Department,
        Name = Name,
        Email = Name.Split(' ')[0].ToLowerInvariant() + "@post.example",
        Purpose = Purpose,
        ActivityDate = begins.AddDays(-DaysBefore - 2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        RegistrationNumber = "0400",
        AccountNumber = Account,
        MissingReceiptStatement = Receipt is null ? "Bonen blev væk på vej hjem. Jeg købte ind hos Købmand Svane efter mødet." : "",
        Lines = Lines,
        ReceiptIds = Receipt is null ? [] : [Receipt.Sha256],
    };
}
