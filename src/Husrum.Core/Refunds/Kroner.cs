using System.Globalization;

namespace Husrum.Core.Refunds;

/// <summary>An amount of Danish money.</summary>
/// <param name="Oere">In øre (1/100 kr.), so that sums are exact.</param>
public readonly record struct Kroner(long Oere)
{
    /// <summary>Nothing.</summary>
    public static Kroner Zero => new(0);

    /// <summary>The sum.</summary>
    public static Kroner operator +(Kroner left, Kroner right) => new(left.Oere + right.Oere);

    /// <summary>As on a payment list: <c>1234,50</c> (decimal comma, no thousands separator).</summary>
    public string Plain() => string.Create(CultureInfo.InvariantCulture, $"{Oere / 100},{Oere % 100:D2}");

    /// <summary>For a Danish reader: <c>1.234,50 kr.</c></summary>
    public string Danish() => Grouped('.', ',') + " kr.";

    /// <summary>For an English reader: <c>DKK 1,234.50</c>.</summary>
    public string English() => "DKK " + Grouped(',', '.');

    /// <summary>For a reader of a language.</summary>
    /// <param name="language"><c>en</c> for English; anything else is Danish.</param>
    public string In(string language) => language == "en" ? English() : Danish();

    /// <inheritdoc />
    public override string ToString() => "(amount)"; // never into a log by accident

    private string Grouped(char thousands, char point)
    {
        var whole = (Oere / 100).ToString("#,0", CultureInfo.InvariantCulture).Replace(',', thousands);
        return string.Create(CultureInfo.InvariantCulture, $"{whole}{point}{Oere % 100:D2}");
    }
}
