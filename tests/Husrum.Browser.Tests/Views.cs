using Microsoft.Playwright;

namespace Husrum.Browser.Tests;

/// <summary>Every page of the program, by name, and how to get to see it.</summary>
public static class Views
{
    private const string Karen = "karen@husrum.example";
    private const string Leader = "landsleder@husrum.example";

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
        ["frivillig-kontakt"] = (site, page) => ContactAsync(site, page, ""),
        ["frivillig-kontakt-en"] = (site, page) => ContactAsync(site, page, "&sprog=en"),
        ["frivillig-kontakt-fejl"] = async (site, page) =>
        {
            await ContactAsync(site, page, "");
            await page.FillAsync("[name=phone]", "12");
            await page.ClickAsync("main form button");
        },
        ["sms"] = async (site, page) => await page.GotoAsync(await SmsAsync(site, page)),
        ["sms-en"] = async (site, page) => await page.GotoAsync(await SmsAsync(site, page) + "&sprog=en"),
        ["sms-nej-tak"] = async (site, page) =>
        {
            await page.GotoAsync(await SmsAsync(site, page));
            await page.ClickAsync("button[value=off]");
            await page.WaitForSelectorAsync("button[value=on]");
        },
        ["moede"] = async (site, page) =>
        {
            await page.GotoAsync(await InvitationAsync(site, page));
            await page.ClickAsync("button[value=yes]");
            await page.WaitForSelectorAsync("button[value=no]");
        },
        ["moede-en"] = async (site, page) => await page.GotoAsync(await InvitationAsync(site, page) + "&sprog=en"),
        ["moeder"] = async (site, page) =>
        {
            await PlanAsync(site, page);
            await page.GotoAsync("/moeder");
        },
        ["moeder-side"] = PlanAsync,
        ["moeder-side-en"] = async (site, page) =>
        {
            await PlanAsync(site, page);
            await page.GotoAsync(new Uri(page.Url).AbsolutePath + "?sprog=en");
        },
        ["moeder-flyt"] = async (site, page) =>
        {
            await PlanAsync(site, page);
            await page.ClickAsync("a[href$='/flyt']");
        },
        ["moeder-nyt-fejl"] = async (site, page) =>
        {
            await AsAsync(site, page, Leader, "/moeder/nyt");
            await page.ClickAsync("main form button.big");
        },
        ["venskabsfamilie"] = (_, page) => page.GotoAsync("/hjem-til-os/bliv-venskabsfamilie"),
        ["venskabsfamilie-en"] = (_, page) => page.GotoAsync("/en/hjem-til-os/become-a-friend-family"),
        ["venskabsfamilie-fejl"] = async (_, page) =>
        {
            await page.GotoAsync("/hjem-til-os/bliv-venskabsfamilie");
            await page.ClickAsync("main form button.big");
        },
        ["henvisning"] = (_, page) => page.GotoAsync("/hjem-til-os/henvisning"),
        ["henvisning-en"] = (_, page) => page.GotoAsync("/en/hjem-til-os/referral"),
        ["henvisning-fejl"] = async (_, page) =>
        {
            await page.GotoAsync("/hjem-til-os/henvisning");
            await page.ClickAsync("main form button.big");
        },
        ["aaret-familien"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("hto-visit-reminder", "/hjem-til-os/forloeb", "ida@")),
        ["aaret-familien-fejl"] = async (site, page) =>
        {
            await page.GotoAsync(await site.LinkAsync("hto-visit-reminder", "/hjem-til-os/forloeb", "ida@"));
            await page.ClickAsync("summary:has-text('Flyt eller aflys')");
            await page.ClickAsync("button[value=move]");
        },
        ["aaret-barnets-side-en"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("hto-visit-reminder", "/hjem-til-os/forloeb", "amina@")),
        ["bekymring"] = async (site, page) => await page.GotoAsync((await site.LinkAsync("hto-visit-reminder", "/hjem-til-os/forloeb", "ida@")).Replace("/forloeb", "/bekymring", StringComparison.Ordinal)),
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
            await AsAsync(site, page, Karen, "/opgaver");
            await page.ClickAsync("li:has-text('Nora Hald') a[href^='/svar']");
        },
        ["svar-opgave-fejl"] = async (site, page) =>
        {
            await AsAsync(site, page, Karen, "/opgaver");
            await page.ClickAsync("li:has-text('Nora Hald') a[href^='/svar']");
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
        ["frivillige"] = (site, page) => AsAsync(site, page, "jens@husrum.example", "/frivillige"),
        ["frivillige-opfordring"] = (site, page) => AsAsync(site, page, Leader, "/frivillige/opfordring"),
        ["frivillige-opfordring-fejl-en"] = async (site, page) =>
        {
            await AsAsync(site, page, Leader, "/frivillige/opfordring?sprog=en");
            await page.ClickAsync("main button.big");
        },
        ["frivillige-fil"] = async (site, page) =>
        {
            await AsAsync(site, page, "jens@husrum.example", "/frivillige");
            await page.ClickAsync("a[href^='/frivillige/']");
        },
        ["frivillige-fil-fejl"] = async (site, page) =>
        {
            await AsAsync(site, page, "jens@husrum.example", "/frivillige");
            await page.ClickAsync("a[href^='/frivillige/']");
            await page.Locator("summary", new() { HasText = "samtale" }).Last.ClickAsync();
            await page.ClickAsync("form[action$='/farvel'] button");
        },
        ["frivillige-ansoeger-en"] = async (site, page) =>
        {
            await AsAsync(site, page, "jens@husrum.example", "/opgaver");
            await page.ClickAsync("a[href^='/frivillige/']");
            await page.GotoAsync(page.Url + "?sprog=en");
        },
        ["frivillig-forhindret-fejl"] = async (site, page) =>
        {
            await page.GotoAsync(await site.LinkAsync("volunteer-welcome", "/frivillig", "silje@"));
            await page.ClickAsync("form[action='/frivillig/forhindret'] button");
        },
        ["opgaver"] = (site, page) => AsAsync(site, page, "jens@husrum.example", "/opgaver"),
        ["familier"] = (site, page) => AsAsync(site, page, Karen, "/hjem-til-os/familier"),
        ["familier-en"] = (site, page) => AsAsync(site, page, Karen, "/hjem-til-os/familier?sprog=en"),
        ["familier-en-paa-vej"] = (site, page) => FamilyAsync(site, page, "Bodil Holst"),
        ["familier-en-paa-vej-en"] = async (site, page) =>
        {
            await FamilyAsync(site, page, "Bodil Holst");
            await page.GotoAsync(new Uri(page.Url).AbsolutePath + "?sprog=en");
        },
        ["familier-godkendt"] = (site, page) => FamilyAsync(site, page, "Marie Thorup"),
        ["familier-fejl"] = async (site, page) =>
        {
            await FamilyAsync(site, page, "Marie Thorup");
            await page.ClickAsync("summary:has-text('flyttet ind')");
            await page.ClickAsync("button[value=in]");
        },
        ["henvisninger"] = (site, page) => AsAsync(site, page, Karen, "/hjem-til-os/henvisninger"),
        ["henvisninger-en"] = (site, page) => AsAsync(site, page, Karen, "/hjem-til-os/henvisninger?sprog=en"),
        ["henvisninger-samtykke"] = (site, page) => ReferralAsync(site, page, "Freja"),
        ["henvisninger-samtykke-en"] = async (site, page) =>
        {
            await ReferralAsync(site, page, "Freja");
            await page.GotoAsync(new Uri(page.Url).AbsolutePath + "?sprog=en");
        },
        ["henvisninger-samtykke-fejl"] = async (site, page) =>
        {
            await ReferralAsync(site, page, "Freja");
            await page.ClickAsync("summary:has-text('underskrevet på papir')");
            await page.ClickAsync("button[value=signed]");
        },
        ["henvisninger-venter"] = (site, page) => ReferralAsync(site, page, "Sami"),
        ["henvisning-kladde"] = (_, page) => DraftAsync(page, "/hjem-til-os/henvisning"),
        ["henvisning-kladde-en"] = (_, page) => DraftAsync(page, "/en/hjem-til-os/referral"),
        ["samtykke"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("referral-consent", "/svar", "simon@")),
        ["samtykke-en"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("referral-consent", "/svar", "simon@") + "&sprog=en"),
        ["samtykke-givet"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("referral-ready-parents", "/min-sag", "layla@")),
        ["familie-kursus"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("family-course", "/svar", "rune@")),
        ["familie-samvaersregler"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("family-rules", "/svar", "rune@")),
        ["familie-min-sag"] = async (site, page) => await page.GotoAsync(await site.LinkAsync("family-booked", "/min-sag", "bodil@")),
        ["familie-side"] = async (site, page) => await page.GotoAsync((await site.LinkAsync("family-booked", "/min-sag", "bodil@")).Replace("/min-sag", "/hjem-til-os/familie", StringComparison.Ordinal)),
        ["familie-side-en"] = async (site, page) => await page.GotoAsync((await site.LinkAsync("family-booked", "/min-sag", "bodil@")).Replace("/min-sag", "/hjem-til-os/familie", StringComparison.Ordinal) + "&sprog=en"),
        ["opgaver-karen"] = (site, page) => AsAsync(site, page, Karen, "/opgaver"),
        ["match-en"] = (site, page) => AsAsync(site, page, Karen, "/match?sprog=en"),
        ["forloeb"] = (site, page) => AsAsync(site, page, Karen, "/forloeb"),
        ["et-forloeb"] = async (site, page) =>
        {
            await AsAsync(site, page, Karen, "/forloeb");
            await page.ClickAsync(".tasks h2 a");
        },
        ["match"] = (site, page) => AsAsync(site, page, Karen, "/match"),
        ["generalproeve"] = (site, page) => AsAsync(site, page, Karen, "/generalproeve"),
        ["generalproeve-en"] = (site, page) => AsAsync(site, page, Karen, "/generalproeve?sprog=en"),
        ["generalproeve-fejl"] = async (site, page) =>
        {
            await AsAsync(site, page, Karen, "/generalproeve");
            await page.SelectOptionAsync("[name=what-if]", "leave/stops");
            await page.ClickAsync("main form button.big");
        },
        ["generalproeve-orlov"] = async (site, page) =>
        {
            await AsAsync(site, page, Karen, "/generalproeve");
            await page.SelectOptionAsync("[name=process]", "leave");
            await page.SelectOptionAsync("[name=what-if]", "leave/stops");
            await page.CheckAsync("[name=both]");
            await page.ClickAsync("main form button.big");
        },
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

    private static async Task ContactAsync(DemoSite site, IPage page, string language) =>
        await page.GotoAsync((await site.LinkAsync("volunteer-welcome", "/frivillig", "silje@")).Replace("/frivillig?", "/frivillig/kontakt?", StringComparison.Ordinal) + language);

    // a meeting in Silje's department
    private static Task PlanAsync(DemoSite site, IPage page) => PlanAsync(site, page, "Frivilligcentret, Allégade 6, lokale 2");

    // in a room of its own: several meetings are at that hour, and one of them is called off
    private static async Task<string> InvitationAsync(DemoSite site, IPage page)
    {
        var place = $"Frivilligcentret, Allégade 6, lokale {Interlocked.Increment(ref s_rooms)}";
        await PlanAsync(site, page, place);
        return (await site.LinksAboutAsync("gathering-invite", "/moede", "silje@", place)).Single();
    }

    private static int s_rooms = 100;

    private static async Task PlanAsync(DemoSite site, IPage page, string place)
    {
        await AsAsync(site, page, Leader, "/moeder/nyt");
        await page.SelectOptionAsync("[name=kind]", "Supervision");
        await page.SelectOptionAsync("[name=department]", "horsens");
        await page.FillAsync("[name=date]", "2026-11-24");
        await page.FillAsync("[name=from]", "17:00");
        await page.FillAsync("[name=until]", "19:00");
        await page.FillAsync("[name=place]", place);
        await page.FillAsync("[name=note]", "Vi taler om det, der fylder. Der er kaffe.");
        await page.ClickAsync("main form button.big");
        await page.WaitForSelectorAsync("#gaester");
        await site.SettleAsync();
        await page.ReloadAsync();
    }

    // one goes by SMS at once: it is called off
    private static async Task<string> SmsAsync(DemoSite site, IPage page)
    {
        await ContactAsync(site, page, "");
        await page.FillAsync("[name=phone]", "20 30 40 50");
        await page.CheckAsync("[name=sms]");
        await page.ClickAsync("main form button");
        await page.WaitForSelectorAsync(".note.good");
        await PlanAsync(site, page);
        await page.ClickAsync("details summary");
        await page.ClickAsync("button.danger");
        await page.WaitForSelectorAsync(".note.bad");
        await site.SettleAsync();
        return await site.LinkAsync("gathering-cancelled", "/s", "+4520304050");
    }

    private static async Task FamilyAsync(DemoSite site, IPage page, string name)
    {
        await AsAsync(site, page, Karen, "/hjem-til-os/familier");
        await page.ClickAsync($"tbody a:has-text('{name}')");
    }

    private static async Task ReferralAsync(DemoSite site, IPage page, string child)
    {
        await AsAsync(site, page, Karen, "/hjem-til-os/henvisninger");
        await page.ClickAsync($"tbody th a:has-text('{child}')");
    }

    private static async Task DraftAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.FillAsync("[name=childName]", "Alberte");
        await page.ClickAsync("main button[value=save]");
        await page.WaitForSelectorAsync("button[value=mail]");
    }

    private static async Task AsAsync(DemoSite site, IPage page, string email, string path)
    {
        await site.SignInAsync(page, email);
        await page.GotoAsync(path);
    }
}
