using System.Globalization;
using Husrum.Core.Refunds.Intake;

namespace Husrum.Functions.Pages.Refunds.Claim;

/// <summary>Reads a posted claim as typed. The names are the contract's, the same on the page and in the API.</summary>
internal static class ClaimFormBinding
{
    /// <summary>How many lines a claim may have.</summary>
    public const int MostLines = 20;

    public static ClaimForm Read(IFormCollection form, string submissionId, string language, IReadOnlyList<string> receiptIds) => new()
    {
        SubmissionId = submissionId,
        Department = Text(form, "department"),
        Name = Text(form, "name"),
        Email = Text(form, "email"),
        Phone = Text(form, "phone"),
        Purpose = Text(form, "purpose"),
        ActivityDate = Text(form, "activityDate"),
        RegistrationNumber = Text(form, "registrationNumber"),
        AccountNumber = Text(form, "accountNumber"),
        PayeeName = Text(form, "payeeName"),
        Language = language,
        MissingReceipt = Text(form, "missingReceipt") is not ("" or "false" or "0"),
        MissingReceiptStatement = Text(form, "missingReceiptStatement"),
        Lines = Lines(form),
        ReceiptIds = receiptIds,
    };

    public static string Text(IFormCollection form, string name) => form[name].Count == 0 ? "" : form[name][0] ?? "";

    private static List<ClaimFormLine> Lines(IFormCollection form)
    {
        var lines = new List<ClaimFormLine>();
        for (var i = 0; i <= MostLines; i++) // one more than allowed, so that too many is seen and said
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"lines[{i}]");
            if (form.ContainsKey(name + ".text") || form.ContainsKey(name + ".amount"))
            {
                while (lines.Count < i)
                    lines.Add(new ClaimFormLine("", ""));
                lines.Add(new ClaimFormLine(Text(form, name + ".text"), Text(form, name + ".amount")));
            }
        }

        return lines;
    }
}
