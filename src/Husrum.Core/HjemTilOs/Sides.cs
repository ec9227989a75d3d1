namespace Husrum.Core.HjemTilOs;

/// <summary>What people are in a course, a match or a worry.</summary>
public static class Sides
{
    /// <summary>Those on the child's side who agree the practical things: a parent, or the placement's contact person.</summary>
    public const string Child = "child";

    /// <summary>Custody holders who are not asked about practical things.</summary>
    public const string Guardian = "guardian";

    /// <summary>The adults of the friend family.</summary>
    public const string Family = "family";

    /// <summary>Whoever referred the child.</summary>
    public const string Referrer = "referrer";
}
