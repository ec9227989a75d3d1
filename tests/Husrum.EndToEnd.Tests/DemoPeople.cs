namespace Husrum.EndToEnd.Tests;

/// <summary>Who is in the fictitious organisation of <c>--demo</c>.</summary>
internal static class DemoPeople
{
    public const string Treasurer = "kasserer@husrum.example";
}
