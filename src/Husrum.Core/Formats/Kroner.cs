using System.Globalization;
using System.Text.Json.Serialization;
using Husrum.Core.Language;

namespace Husrum.Core.Formats;

/// <summary>An amount of Danish money.</summary>
/// <param name="Oere">In øre: 100 to the krone.</param>
public readonly record struct Kroner(long Oere) : IComparable<Kroner>
{
    /// <summary>The largest amount <see cref="Read"/> takes: what is above 100,000 kr. in a volunteer's own outlay is a slip of the finger.</summary>
    public static Kroner Largest { get; } = new(100_000_00);

    /// <summary>"1.234,50 kr."</summary>
    [JsonIgnore]
    public string Danish => Group(".") + "," + Cents + " kr.";

    /// <summary>"DKK 1,234.50".</summary>
    [JsonIgnore]
    public string English => "DKK " + Group(",") + "." + Cents;

    /// <summary>"1234,50", for a Danish spreadsheet or a form's field.</summary>
    [JsonIgnore]
    public string Plain => Group("") + "," + Cents;

    private string Cents => (Math.Abs(Oere) % 100).ToString("00", CultureInfo.InvariantCulture);

    /// <summary>Reads an amount a person typed; see <see cref="KronerReader"/> for what is understood.</summary>
    /// <returns>Above 0 and at most <see cref="Largest"/>.</returns>
    public static Reading<Kroner> Read(string? text) => KronerReader.Read(text);

    /// <summary>The sum.</summary>
    public static Kroner operator +(Kroner left, Kroner right) => new(checked(left.Oere + right.Oere));

    /// <summary>Whether the left is less.</summary>
    public static bool operator <(Kroner left, Kroner right) => left.Oere < right.Oere;

    /// <summary>Whether the left is more.</summary>
    public static bool operator >(Kroner left, Kroner right) => left.Oere > right.Oere;

    /// <summary>Whether the left is not more.</summary>
    public static bool operator <=(Kroner left, Kroner right) => left.Oere <= right.Oere;

    /// <summary>Whether the left is not less.</summary>
    public static bool operator >=(Kroner left, Kroner right) => left.Oere >= right.Oere;

    /// <inheritdoc/>
    public int CompareTo(Kroner other) => Oere.CompareTo(other.Oere);

    /// <summary>As a person of that language writes it.</summary>
    /// <param name="language"><c>da</c> or <c>en</c>.</param>
    public string In(string? language) => Languages.Of(language) == Languages.English ? English : Danish;

    /// <summary>As <see cref="Danish"/>.</summary>
    public override string ToString() => Danish;

    private string Group(string separator)
    {
        var format = new NumberFormatInfo { NumberGroupSeparator = separator, NumberGroupSizes = [3] };
        return (Oere < 0 ? "-" : "") + Math.Abs(Oere / 100).ToString("N0", format);
    }
}
