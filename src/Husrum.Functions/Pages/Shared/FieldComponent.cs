using Microsoft.AspNetCore.Components;

namespace Husrum.Functions.Pages.Shared;

/// <summary>What every field has: a name, a label, perhaps a hint, and what is wrong with it, tied together for those who listen to the page.</summary>
public abstract class FieldComponent : PageComponent
{
    /// <summary>What is wrong with the form this field is in.</summary>
    [CascadingParameter]
    public Problems Problems { get; set; } = Problems.None;

    /// <summary>The name it is posted under.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What it asks for.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>A word of help.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>May be left empty; said in the label.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>Gets the focus when the page comes.</summary>
    [Parameter]
    public bool Focus { get; set; }

    /// <summary>The element's id.</summary>
    protected string Id => Problems.IdOf(Name);

    /// <summary><c>true</c> where something is wrong with it.</summary>
    protected string? Invalid => Problems.Of(Name).Any() ? "true" : null;

    /// <summary>The ids of hint and message.</summary>
    protected string? DescribedBy => (Hint, Invalid) switch
    {
        (null, null) => null,
        (_, null) => Id + "-hint",
        (null, _) => Id + "-fejl",
        _ => $"{Id}-hint {Id}-fejl",
    };
}
