using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>A case on paper, as a browser prints it.</summary>
public class PrintInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    private const string Remark = "Xin lui gio khoi hanh mot gio";

    [SkippableFact]
    public async Task The_printed_case_has_its_diagram_its_comments_and_nothing_to_press()
    {
        var member = await portal.ApiAsync("quy.pc");
        var form = FormInput.ToJson(Trips.NoticeAhead("A021") with { ParticipantIds = [Trips.Lead], TripLeaderId = Trips.Lead });
        var sent = await member.PostAsJsonAsync("cases", new { process = "field-trip", outcome = "Submit", form });
        var number = (string)(await sent.Content.ReadFromJsonAsync<JsonObject>())!["number"]!;
        var address = $"{portal.Address}/ho-so/{number.Replace('/', '-')}";

        var page = await Windows.SignInAsync(portal, "quy.pc");
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Trao đổi" }).ClickAsync();
        await PasteTooMuchAsync(page);
        await page.Locator("#trao-doi").FillAsync(Remark);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Expect(page.Locator(".comments li")).ToContainTextAsync(Remark);

        await page.GotoAsync($"{address}/in");
        await Expect(page.Locator(".comments li")).ToContainTextAsync(Remark);
        await Expect(page.Locator("svg .node.now").First).ToBeVisibleAsync();
        await Expect(page.Locator("#trao-doi")).ToHaveCountAsync(0);
        using var paper = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = false }));
        Assert.Contains(paper.GetPages(), p => p.Width > p.Height);
        var text = string.Join(' ', paper.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
        Assert.Contains(Remark, text, StringComparison.Ordinal);
        Assert.All(paper.GetPages(), p => Assert.InRange(p.Letters.Count, 1, 100_000));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("button:visible")).ToHaveCountAsync(0);
        if (Environment.GetEnvironmentVariable("PORTAL_LOOK") is { Length: > 0 } folder)
        {
            await page.SetViewportSizeAsync(794, 1123);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "print.png"), FullPage = true });
        }
    }

    // A paste that is longer than the field is neither cut nor the end of the page's line: it is said, and stays.
    private static async Task PasteTooMuchAsync(IPage page)
    {
        var pasted = new string('ệ', 30_000);
        await page.Locator("#trao-doi").FillAsync(pasted);
        await Expect(page.Locator("#trao-doi-dem")).ToContainTextAsync("dài quá");
        await page.Locator(".tab-body").GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Expect(page.Locator(".tab-body .problem").First).ToContainTextAsync("ký tự");
        await Expect(page.Locator("#trao-doi")).ToHaveValueAsync(pasted);
    }
}
