using Husrum.Core.Forms;

namespace Husrum.Functions.Pages.Shared;

/// <summary>What is wrong with a form, to be shown above it and beside its fields.</summary>
/// <param name="All">In the order of the fields.</param>
public sealed record Problems(IReadOnlyList<FieldProblem> All)
{
    /// <summary>Nothing is wrong.</summary>
    public static Problems None { get; } = new([]);

    /// <summary>True where something is.</summary>
    public bool Any => All.Count > 0;

    /// <summary>What is wrong with one field.</summary>
    public IEnumerable<FieldProblem> Of(string field) => All.Where(problem => problem.Field == field);

    /// <summary>The id of a field's element: its name in characters that may stand in an address.</summary>
    public static string IdOf(string field) => field.Length == 0 ? "formular" : field.Replace('[', '-').Replace("].", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
}
