using Microsoft.AspNetCore.Components;

namespace Husrum.Functions.Pages.Shared;

/// <summary>What every page and part of a page has at hand: the request and its language.</summary>
public abstract class PageComponent : ComponentBase
{
    /// <summary>The request being answered.</summary>
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    private protected Tongue Language => PageLanguage.Of(Http);

    /// <summary>The text in the page's language.</summary>
    protected string Say(string danish, string english) => Language.Say(danish, english);
}
