using System.Globalization;
using System.Text;
using Husrum.Core.Language;

namespace Husrum.Functions.Rehearsal.Printing;

/// <summary>A rehearsal as one HTML file: the timeline as a picture, and the list. No script, nothing from elsewhere; made to be printed too.</summary>
internal static class HtmlPrint
{
    private const string Style = """
        body{font:15px/1.5 system-ui,sans-serif;color:#1d2b2a;background:#fff;margin:0 auto;max-width:64rem;padding:1.5rem 1rem}
        h1{font-size:1.6rem;line-height:1.2;margin:0 0 .4rem}h2{font-size:1.15rem;margin:2rem 0 .3rem}p{margin:.2rem 0}
        svg{width:100%;height:auto;margin:1rem 0 .3rem;display:block}svg text{font:11px system-ui,sans-serif;fill:#33504d}svg .lane{font-weight:600}
        .tick,.base{stroke:#d5dedd;stroke-width:1}.clock{stroke:#8a5a00;stroke-width:1.5;stroke-dasharray:4 3}.off{fill:#fdf0d5}
        .date{fill:#7a3e9d}.visit{fill:#0b6b61}.task{fill:#a33b20}.answer{fill:#4d6b8a}.mail{fill:#33504d}.sms{fill:#1c7ba8}.clash{stroke:#8a5a00;stroke-width:2}
        .scroll{overflow-x:auto}.scroll svg{min-width:44rem}
        table{border-collapse:collapse;width:100%}th{text-align:left}td{vertical-align:top;padding:.3rem .5rem .3rem 0;border-top:1px solid #e3eae9}
        td.at{white-space:nowrap;font-variant-numeric:tabular-nums}td.kind{white-space:nowrap;font-weight:600}
        .rule{color:#4a5c5a;font-size:.85em;white-space:nowrap}.mark{background:#fdf0d5;border-radius:.2rem;padding:0 .3rem}
        .body{white-space:pre-line;background:#f4f7f7;border-left:3px solid #b9cbc9;padding:.3rem .7rem;margin:.3rem 0;font-size:.92em}
        tr.line-milestone td{background:#f7f2fa}tr.line-state td{color:#4a5c5a}tr.parting td{background:#eef4fb;font-weight:600}
        @media (max-width:40rem){thead{display:none}td{display:block;border:0;padding:0}tr{display:block;border-top:1px solid #e3eae9;padding:.4rem 0}}
        @media print{body{max-width:none;padding:0;font-size:10pt}tr{break-inside:avoid}.scroll{overflow:visible}.scroll svg{min-width:0}}
        """;

    /// <summary>The file of one branch, or of several, each from where it parts from the first one.</summary>
    public static string Page(IReadOnlyList<Branch> branches)
    {
        var words = new Words(branches[0].Result.Request.Language);
        return $"""
            <!DOCTYPE html>
            <html lang="{words.Language}">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>{Html.Text(words.Title(branches[0].Result))}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>{Html.Text(words.Title(branches[0].Result))}</h1>
            {Parts(branches)}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>The pictures and lists, to stand under a heading.</summary>
    public static string Parts(IReadOnlyList<Branch> branches)
    {
        var (words, html) = (new Words(branches[0].Result.Request.Language), new StringBuilder());
        foreach (var (branch, index) in branches.Select((branch, index) => (branch, index)))
        {
            if (index > 0)
                html.Append($"<h2>{Html.Text(string.Join(", ", branch.Result.Request.WhatIfs.Select(w => w.Spec.What.In(words.Language))))}</h2>\n");
            foreach (var line in new[] { words.Chosen(branch.Result), words.Sum(branch.Result) }.Where(line => line.Length > 0))
                html.Append($"<p>{Html.Text(line.Trim())}</p>\n");
            var name = words.Say("Tidslinjen, kan rulles vandret", "The timeline, scrolls sideways");
            var picture = new TimelinePicture(branch.Result, words).Draw();
            html.Append($"<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{Html.Text(name)}\">\n{(index == 0 ? picture : picture.Replace("picture-", $"picture-{index}-", StringComparison.Ordinal))}</div>\n");
            List(html, words, branch, index == 0 ? 0 : branch.PartsFrom(branches[0]));
        }

        return html.ToString();
    }

    private static void List(StringBuilder html, Words words, Branch branch, int from)
    {
        html.Append($"<table>\n<thead><tr><th scope=\"col\">{words.Say("Hvornår", "When")}</th><th scope=\"col\">{words.Say("Hvad", "What")}</th><th scope=\"col\">{words.Say("Til hvem, og hvad der sker", "To whom, and what happens")}</th></tr></thead>\n<tbody>\n");
        if (from > 0)
            html.Append(CultureInfo.InvariantCulture, $"<tr class=\"parting\"><td colspan=\"3\">{Html.Text(words.Say($"De første {from} linjer er de samme. Herfra går det anderledes.", $"The first {from} lines are the same. Here they part."))}</td></tr>\n");
        foreach (var line in branch.Result.Events.Skip(from))
            Line(html, words, line);
        html.Append("</tbody>\n</table>\n");
    }

    private static void Line(StringBuilder html, Words words, RehearsedEvent line)
    {
        html.Append($"<tr class=\"line-{line.Kind.ToString().ToLowerInvariant()}\"><td class=\"at\">{Html.Text(words.At(line.At))}</td><td class=\"kind\">{Html.Text(words.Kind(line))}</td><td>");
        html.Append(Html.Text(words.Whom(line) + (line.Channel == "sms" ? "" : line.Headline)));
        if (line.Due is { } due && line.Kind == RehearsedKind.Task)
            html.Append(Html.Text(words.Say(" Frist: ", " Due: ") + DateWords.Moment(due, words.Language) + "."));
        if (line.Rule is { } rule)
            html.Append($" <span class=\"rule\">{Html.Text(rule)}</span>");
        if (line.Marks.Count > 0)
            html.Append($" <span class=\"mark\">{Html.Text(words.Marks(line))}</span>");
        if (line.Body.Length > 0)
            html.Append($"<div class=\"body\">{Html.Text(line.Body).Replace("&#xA;", "\n", StringComparison.Ordinal).Replace("&#xD;", "", StringComparison.Ordinal)}</div>");
        html.Append("</td></tr>\n");
    }
}
