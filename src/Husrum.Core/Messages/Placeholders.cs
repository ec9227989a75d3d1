using System.Text.RegularExpressions;

namespace Husrum.Core.Messages;

/// <summary>
/// What may stand between double braces in a text: <c>{{field}}</c>; in an e-mail, on lines of their own, <c>{{button:link|label}}</c> and
/// <c>{{#field}}</c> … <c>{{/field}}</c> around lines that are left out when the field is empty; in an SMS <c>{{link:link}}</c>.
/// </summary>
internal static partial class Placeholders
{
    [GeneratedRegex(@"\{\{(?<name>[A-Za-z][A-Za-z0-9-]*)\}\}")]
    public static partial Regex Field();

    [GeneratedRegex(@"\{\{link:(?<name>[A-Za-z][A-Za-z0-9-]*)\}\}")]
    public static partial Regex Link();

    /// <summary>Either of the two, for an SMS in one pass.</summary>
    [GeneratedRegex(@"\{\{(?<link>link:)?(?<name>[A-Za-z][A-Za-z0-9-]*)\}\}")]
    public static partial Regex FieldOrLink();

    [GeneratedRegex(@"^\{\{button:(?<name>[A-Za-z][A-Za-z0-9-]*)\|(?<label>[^{}|]+)\}\}$")]
    public static partial Regex Button();

    [GeneratedRegex(@"^\{\{(?<end>[#/])(?<name>[A-Za-z][A-Za-z0-9-]*)\}\}$")]
    public static partial Regex Section();

    public static IEnumerable<string> Names(this Regex placeholder, string text) => placeholder.Matches(text).Select(match => match.Groups["name"].Value);
}
