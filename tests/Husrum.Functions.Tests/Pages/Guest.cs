using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Husrum.Functions.Tests.Pages;

/// <summary>Somebody with a browser, cookies and no JavaScript.</summary>
internal sealed class Guest(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    public Task<Sheet> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public async Task<Sheet> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (!request.Headers.Contains("Accept"))
                request.Headers.Add("Accept", "text/html");
            var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return new Sheet(this, answer, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }
    }

    public void Dispose() => http.Dispose();
}

/// <summary>A page that came.</summary>
internal sealed record Sheet(Guest Guest, HttpResponseMessage Answer, IHtmlDocument Page)
{
    public HttpStatusCode Status => Answer.StatusCode;

    public string? Location => Answer.Headers.Location?.ToString();

    public string Text => string.Join(' ', (Page.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What stands in a field.</summary>
    public string Value(string name) => Page.QuerySelector($"main [name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => throw new InvalidOperationException("There is no field " + name),
    };

    /// <summary>The message beside a field.</summary>
    public string? Problem(string name) => (Page.QuerySelector($"[id='{Husrum.Functions.Pages.Shared.Problems.IdOf(name)}-fejl']") as IElement)?.TextContent.Trim();

    public async Task<Sheet> FollowAsync() => await Guest.GetAsync(Location ?? throw new InvalidOperationException($"It leads nowhere: {Status}"));

    /// <summary>Sends the page's form with that field (or the first one) by pressing a button; what is not typed goes as it stands.</summary>
    public Task<Sheet> PressAsync((string Name, string Value) button, IEnumerable<(string Name, string Value)>? typed = null, IEnumerable<(string Name, byte[] Bytes)>? files = null, string? having = null, Action<HttpRequestMessage>? also = null)
    {
        var form = Page.QuerySelectorAll<IHtmlFormElement>("main form").Concat(Page.QuerySelectorAll<IHtmlFormElement>("header form")).First(f => having is null || f.QuerySelector($"[name='{having}']") is not null || f.Action.Contains(having, StringComparison.Ordinal));
        var pressed = button.Name.Length == 0 ? null : Page.QuerySelector($"button[name='{button.Name}'][value='{button.Value}'][formaction]");
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Values(form, [.. (typed ?? []).Reverse().DistinctBy(field => field.Name)]))
            content.Add(new StringContent(value), name);
        if (button.Name.Length > 0)
            content.Add(new StringContent(button.Value), button.Name);
        foreach (var (name, bytes) in files ?? [])
            content.Add(new ByteArrayContent(bytes), "receipts", name);
        var request = new HttpRequestMessage(HttpMethod.Post, pressed?.GetAttribute("formaction") ?? form.GetAttribute("action")) { Content = content };
        request.Headers.Add("Origin", "null"); // as browsers do from pages that pass no referrer on
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        also?.Invoke(request);
        return Guest.SendAsync(request);
    }

    private static IEnumerable<(string Name, string Value)> Values(IHtmlFormElement form, List<(string Name, string Value)> typed)
    {
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = field.GetAttribute("name")!;
            var isOut = field is IHtmlInputElement { Type: "file" or "submit" } or IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false };
            if (!isOut && typed.All(t => t.Name != name))
                yield return (name, field is IHtmlInputElement i ? i.Value : field is IHtmlTextAreaElement a ? a.Value : ((IHtmlSelectElement)field).Value ?? "");
        }

        foreach (var one in typed)
            yield return one;
    }
}
