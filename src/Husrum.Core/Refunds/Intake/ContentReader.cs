using Husrum.Core.Formats;
using Husrum.Core.Language;
using Husrum.Core.Refunds.Rules;

namespace Husrum.Core.Refunds.Intake;

/// <summary>Reads a form that has no problems.</summary>
internal static class ContentReader
{
    /// <summary>The content. Call only where <see cref="ClaimRules"/> found nothing.</summary>
    public static ClaimContent Read(ClaimForm form) => new()
    {
        Name = TypedText.Plain(form.Name),
        Email = Email.Read(form.Email).Value.Value,
        Phone = string.IsNullOrWhiteSpace(form.Phone) ? null : PhoneNumber.Read(form.Phone).Value.E164,
        Language = Languages.Of(form.Language),
        Purpose = TypedText.Plain(form.Purpose),
        ActivityDate = ActivityDateIsRecent.Read(form.ActivityDate)!.Value,
        Lines = [.. LinesAreComplete.Filled(form).Select(l => new ClaimLine(TypedText.Plain(l.Line.Text), Kroner.Read(l.Line.Amount).Value))],
        ReceiptIds = [.. form.ReceiptIds.Distinct(StringComparer.Ordinal)],
        MissingReceiptStatement = TypedText.Plain(form.MissingReceiptStatement) is { Length: > 0 } statement ? statement : null,
        RegistrationNumber = BankAccount.ReadRegistrationNumber(form.RegistrationNumber).Value,
        AccountNumber = BankAccount.ReadAccountNumber(form.AccountNumber).Value,
        OtherPayee = PayeeIsNamed.Read(form),
    };

    /// <summary>The content as a form again, for the claimant to mend; the account is typed anew.</summary>
    public static ClaimForm Write(ExpenseClaim claim) => new()
    {
        SubmissionId = claim.Id,
        Department = claim.DepartmentId,
        Name = claim.Content.Name,
        Email = claim.Content.Email,
        Phone = claim.Content.Phone ?? "",
        Purpose = claim.Content.Purpose,
        ActivityDate = claim.Content.ActivityDate.ToString("yyyy-MM-dd"),
        PayeeName = claim.Content.OtherPayee ?? "",
        Language = claim.Content.Language,
        MissingReceipt = claim.Content.MissingReceiptStatement is not null,
        MissingReceiptStatement = claim.Content.MissingReceiptStatement ?? "",
        Lines = [.. claim.Content.Lines.Select(line => new ClaimFormLine(line.Text, line.Amount.Plain))],
        ReceiptIds = claim.Content.ReceiptIds,
    };
}
