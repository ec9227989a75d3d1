using System.Globalization;
using System.Text;
using Husrum.Core.Formats;

namespace Husrum.Core.Refunds.Payments;

/// <summary>A payment list for a Danish bank or spreadsheet. The same claims give the same bytes.</summary>
internal static class PaymentCsv
{
    private const string Header = "Reg.nr.;Kontonr.;Beløb;Modtager;Tekst";

    /// <summary>What a spreadsheet takes for the beginning of a formula, also in the full-width forms it reads alike (OWASP: CSV injection).</summary>
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>UTF-8 with BOM (without it, spreadsheets misread æøå), semicolons, decimal comma, CRLF; one line a claim, in the order given.</summary>
    public static byte[] Write(IReadOnlyList<ExpenseClaim> claims)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var claim in claims)
        {
            string[] cells =
            [
                claim.Content.RegistrationNumber,
                claim.Content.AccountNumber,
                claim.Total.Plain,
                Cell(claim.Content.PayeeName),
                Cell(Reference(claim)),
            ];
            text.AppendJoin(';', cells).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>
    /// What the payee sees on the statement, at most 20 characters: so much is left of it by the short advice of Danish account transfers ("kort advis").
    /// No purpose, which is nobody's business at the bank; the end of the claim's id finds it again, the day tells people which one it was.
    /// </summary>
    private static string Reference(ExpenseClaim claim) =>
        string.Create(CultureInfo.InvariantCulture, $"Udlæg {claim.Id[^6..]} {claim.Content.ActivityDate.Day}.{claim.Content.ActivityDate.Month}.");

    private static string Cell(string value)
    {
        var plain = TypedText.Plain(value); // also turns tabs and line ends into spaces
        if (plain.Length > 0 && FormulaStarts.Contains(plain[0]))
            plain = "'" + plain;
        return plain.AsSpan().ContainsAny(";\"") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
