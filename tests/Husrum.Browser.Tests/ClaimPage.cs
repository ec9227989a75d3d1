using Husrum.Testing;
using Microsoft.Playwright;

namespace Husrum.Browser.Tests;

/// <summary>The claim form, as somebody fills it in.</summary>
internal static class ClaimPage
{
    /// <summary>What a phone of the newer kind sends when it is not told otherwise.</summary>
    public static FilePayload Heic => new() { Name = "IMG_4711.HEIC", MimeType = "image/heic", Buffer = [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[64]] };

    public static FilePayload Photo(string name) => new() { Name = name, MimeType = "image/jpeg", Buffer = JpegFile.Photo() };

    public static async Task FillAsync(IPage page, string name, string mailbox)
    {
        await page.SelectOptionAsync("[name=department]", "aarhus");
        await page.FillAsync("[name=name]", name);
        await page.FillAsync("[name=email]", mailbox + "@post.example");
        await page.FillAsync("[name=purpose]", "Fællesspisning i caféen");
        await page.FillAsync("[name=activityDate]", "2026-08-28");
        await page.FillAsync("[name='lines[0].text']", "Kaffe og boller");
        await page.FillAsync("[name='lines[0].amount']", "123,45");
        await page.FillAsync("[name='lines[1].text']", "Frugt");
        await page.FillAsync("[name='lines[1].amount']", "64");
        await page.FillAsync("[name=registrationNumber]", "0400");
        await page.FillAsync("[name=accountNumber]", "12 34 56 78");
    }

    public static async Task FillWronglyAsync(IPage page)
    {
        await FillAsync(page, "Vera Kvist", "vera");
        await page.FillAsync("[name=email]", "vera.post.example");
        await page.FillAsync("[name='lines[1].amount']", "seks");
        await page.FillAsync("[name=registrationNumber]", "40");
    }

    public static Task SendAsync(IPage page) => page.ClickAsync("main button[value=send].big");
}
