using System.Globalization;
using System.Numerics;

namespace Husrum.Core.Formats;

/// <summary>IBANs of Danish accounts: "DK", two check digits (ISO 13616, MOD 97-10), reg.nr., kontonr.</summary>
internal static class DanishIban
{
    /// <summary>The IBAN.</summary>
    /// <param name="registrationNumber">Four digits.</param>
    /// <param name="accountNumber">Ten digits.</param>
    public static string Of(string registrationNumber, string accountNumber)
    {
        // D = 13, K = 20, and 00 where the check digits will stand.
        var number = BigInteger.Parse(registrationNumber + accountNumber + "132000", CultureInfo.InvariantCulture);
        var check = 98 - (int)(number % 97);
        return $"DK{check:00}{registrationNumber}{accountNumber}";
    }
}
