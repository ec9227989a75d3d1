namespace Husrum.Functions.Pages.Shared;

/// <summary>The language a page speaks. Texts stand in pairs where they are used, Danish first.</summary>
/// <param name="Code"><c>da</c> or <c>en</c>.</param>
internal sealed record Tongue(string Code)
{
    public static readonly Tongue Danish = new("da");
    public static readonly Tongue English = new("en");

    public bool IsEnglish => Code == "en";

    public Tongue Other => IsEnglish ? Danish : English;

    /// <summary>The one of the two that fits.</summary>
    public string Say(string danish, string english) => IsEnglish ? english : danish;

    /// <summary>Reads a code; anything but <c>en</c> is Danish.</summary>
    public static Tongue Of(string? code) => code == "en" ? English : Danish;
}
