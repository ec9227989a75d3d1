using Microsoft.Playwright;

namespace Husrum.Browser.Tests;

/// <summary>Every page of the program, by name, and how to get to see it.</summary>
public static class Views
{
    private static readonly Dictionary<string, Func<DemoSite, IPage, Task>> All = new()
    {
        ["forside"] = (_, page) => page.GotoAsync("/"),
        ["forside-en"] = (_, page) => page.GotoAsync("/en"),
        ["udlaeg-tom"] = (_, page) => page.GotoAsync("/udlaeg"),
        ["udlaeg-en"] = (_, page) => page.GotoAsync("/en/expenses"),
        ["udlaeg-fejl"] = async (_, page) =>
        {
            await page.GotoAsync("/udlaeg");
            await ClaimPage.FillWronglyAsync(page);
            await ClaimPage.SendAsync(page);
        },
        ["udlaeg-fejl-filer"] = async (_, page) =>
        {
            await page.GotoAsync("/udlaeg");
            await ClaimPage.FillAsync(page, "Vera Kvist", "vera");
            await page.SetInputFilesAsync("#receipts", [ClaimPage.Photo("bon.jpg"), ClaimPage.Heic]);
            await ClaimPage.SendAsync(page);
        },
        ["sendt"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("refund-received", "/status", "emil@")),
        ["status-betalt"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("refund-paid", "/status", "sofie@")),
        ["status-afvist"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("refund-rejected", "/status", "peter@")),
        ["status-retur"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("refund-received", "/status", "laura@")),
        ["status-en"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("refund-received", "/status", "emil@") + "&sprog=en"),
        ["status-lukket"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("refund-lapsed", "/status", "rasmus@")),
        ["ret"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("refund-returned", "/ret", "laura@")),
        ["afgoer"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("refund-approve", "/afgoer", "karen@")),
        ["afgoer-anden"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("refund-second-approve", "/afgoer", "stedfortraeder@")),
        ["afgoer-fejl"] = async (site, page) =>
        {
            await page.GotoAsync(await site.LinkAsync("refund-approve", "/afgoer", "karen@"));
            await page.FillAsync("[name=amount]", "12");
            await page.ClickAsync("button[value=approve]");
        },
        ["afgjort"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("refund-approve", "/afgoer", "omar@")),
        ["bliv-frivillig"] = (_, page) => page.GotoAsync("/bliv-frivillig"),
        ["bliv-frivillig-en"] = (_, page) => page.GotoAsync("/en/volunteer"),
        ["bliv-frivillig-fejl"] = async (_, page) =>
        {
            await page.GotoAsync("/bliv-frivillig");
            await page.ClickAsync("main form button.big");
        },
        ["bliv-frivillig-sendt"] = async (_, page) =>
        {
            await page.GotoAsync("/bliv-frivillig");
            await page.FillAsync("[name=name]", "Yrsa Damgaard");
            await page.FillAsync("[name=email]", "yrsa@post.example");
            await page.SelectOptionAsync("[name=department]", "randers");
            await page.CheckAsync("input[value=gruppeleder]");
            await page.ClickAsync("main form button.big");
        },
        ["min-sag"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("volunteer-booked", "/min-sag", "milo@")),
        ["min-sag-en"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("volunteer-booked", "/min-sag", "milo@") + "&sprog=en"),
        ["frivillig"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("volunteer-welcome", "/frivillig", "silje@")),
        ["frivillig-en"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("volunteer-welcome", "/frivillig", "silje@") + "&sprog=en"),
        ["frivillig-fejl"] = async (site, page) =>
        {
            await page.GotoAsync(await site.LinkAsync("volunteer-welcome", "/frivillig", "silje@"));
            await page.FillAsync("[name=from]", "2026-09-01");
            await page.FillAsync("[name=until]", "2027-06-01");
            await page.ClickAsync("main form button.quiet");
        },
        ["svar-bekraeft"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("volunteer-confirm", "/svar", "grace@")),
        ["svar-tid"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("volunteer-book", "/svar", "astrid@")),
        ["svar-erklaering-fejl"] = async (site, page) =>
        {
            await page.GotoAsync(await site.LinkAsync("volunteer-declaration", "/svar", "milo@"));
            await page.ClickAsync("main form button.big");
        },
        ["svar-kursus"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("volunteer-course", "/svar", "milo@")),
        ["svar-opgave"] = async (site, page) =>
        {
            await AsAsync(site, page, "karen@husrum.example", "/opgaver");
            await page.ClickAsync("a[href^='/svar']");
        },
        ["svar-opgave-fejl"] = async (site, page) =>
        {
            await AsAsync(site, page, "karen@husrum.example", "/opgaver");
            await page.ClickAsync("a[href^='/svar']");
            await page.CheckAsync("input[value=offer]");
            await page.ClickAsync("main form button.big");
        },
        ["svaret"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("volunteer-confirm", "/svar", "milo@")),
        ["doedt-link"] = (_, page) => page.GotoAsync("/afgoer?t=intet.intet"),
        ["log-ind"] = (_, page) => page.GotoAsync("/log-ind"),
        ["log-ind-sendt"] = async (_, page) =>
        {
            await page.GotoAsync("/log-ind");
            await page.FillAsync("[name=email]", "ingen@husrum.example");
            await page.ClickAsync("main form button");
        },
        ["opgaver"] = (site, page) => AsAsync(site, page, "jens@husrum.example", "/opgaver"),
        ["udbetalinger"] = (site, page) => AsAsync(site, page, "kasserer@husrum.example", "/udbetalinger"),
        ["betalingsliste"] = async (site, page) =>
        {
            await AsAsync(site, page, "kasserer@husrum.example", "/udbetalinger");
            await page.ClickAsync(".rows a");
        },
        ["tag-tilbage"] = async (site, page) =>
        {
            await AsAsync(site, page, "kasserer@husrum.example", "/udbetalinger");
            await page.ClickAsync(".rows a");
            await page.ClickAsync("a[href*=tilbage]");
        },
        ["medarbejdere"] = (site, page) => AsAsync(site, page, "drift@husrum.example", "/medarbejdere"),
        ["medarbejder-ny-fejl"] = async (site, page) =>
        {
            await AsAsync(site, page, "drift@husrum.example", "/medarbejdere/ny");
            await page.ClickAsync("main form button");
        },
        ["medarbejder"] = async (site, page) =>
        {
            await AsAsync(site, page, "drift@husrum.example", "/medarbejdere");
            await page.ClickAsync("tbody a");
        },
        ["mig"] = (site, page) => AsAsync(site, page, "pia@husrum.example", "/mig"),
        ["drift"] = (site, page) => AsAsync(site, page, "drift@husrum.example", "/drift"),
        ["postkasse"] = (_, page) => page.GotoAsync("/postkasse"),
        ["ur"] = (_, page) => page.GotoAsync("/ur"),
        ["findes-ikke"] = (_, page) => page.GotoAsync("/findes-ikke"),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static TheoryData<string> Data => [.. All.Keys];

    public static Task OpenAsync(DemoSite site, IPage page, string name) => All[name](site, page);

    private static async Task AsAsync(DemoSite site, IPage page, string email, string path)
    {
        await site.SignInAsync(page, email);
        await page.GotoAsync(path);
    }
}
