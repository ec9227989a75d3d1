namespace Husrum.Core.Forms;

/// <summary>A text for people in both languages.</summary>
/// <param name="Danish">Danish.</param>
/// <param name="English">English.</param>
public sealed record Words(string Danish, string English)
{
    /// <summary>The text in a language.</summary>
    /// <param name="language"><c>en</c> for English; anything else is Danish.</param>
    public string In(string language) => language == "en" ? English : Danish;
}
