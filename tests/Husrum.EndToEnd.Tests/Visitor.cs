using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Husrum.EndToEnd.Tests;

/// <summary>Somebody with a browser, cookies and no JavaScript: opens pages, fills in forms, presses buttons.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri address)
    {
        _http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public async Task<Page> OpenAsync(string link)
    {
        using var answer = await _http.GetAsync(link);
        return await Page.ReadAsync(this, answer);
    }

    public async Task<HttpStatusCode> SendAsync(HttpMethod method, string link)
    {
        using var request = new HttpRequestMessage(method, link);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    public async Task<byte[]> DownloadAsync(string link) => await _http.GetByteArrayAsync(link);

    internal async Task<Page> PostAsync(string link, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = content };
        request.Headers.Add("Origin", _http.BaseAddress!.ToString().TrimEnd('/'));
        using var answer = await _http.SendAsync(request);
        return await Page.ReadAsync(this, answer);
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A page as the visitor sees it.</summary>
internal sealed record Page(Visitor Visitor, HttpStatusCode Status, Uri Address, IHtmlDocument Document)
{
    public string Text => Document.Body?.TextContent ?? "";

    /// <summary>The form with a button or field of that name, or the only form in the page's main part.</summary>
    public IHtmlFormElement Form(string? having = null) => Document.QuerySelectorAll<IHtmlFormElement>("main form")
        .First(f => having is null || f.QuerySelector($"[name='{having}']") is not null || (f.GetAttribute("action") ?? "").Contains(having, StringComparison.Ordinal));

    /// <summary>Fills the form in and sends it; what is not named goes as it stands on the page.</summary>
    public Task<Page> SendAsync(IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = field.GetAttribute("name")!;
            if (typed.Any(t => t.Name == name))
                continue;
            var isUnchecked = field is IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false };
            if (!isUnchecked && field is not IHtmlInputElement { Type: "file" or "submit" })
                values.Add(new(name, field is IHtmlInputElement i ? i.Value : field is IHtmlTextAreaElement t ? t.Value : ((IHtmlSelectElement)field).Value ?? ""));
        }

        values.AddRange(typed.Select(t => new KeyValuePair<string, string>(t.Name, t.Value)));
        var action = form.GetAttribute("action");
        return Visitor.PostAsync(string.IsNullOrEmpty(action) ? Address.PathAndQuery : action, new FormUrlEncodedContent(values));
    }

    internal static async Task<Page> ReadAsync(Visitor visitor, HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return new Page(visitor, answer.StatusCode, answer.RequestMessage!.RequestUri!, new HtmlParser().ParseDocument(html));
    }
}
