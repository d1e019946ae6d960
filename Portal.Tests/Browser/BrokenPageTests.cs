using System.Text;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>A page whose line never comes to life, and one whose circuit ended with a fault: both say so and can be opened again.</summary>
public class BrokenPageTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task A_page_that_does_not_open_says_so_and_opens_when_it_can()
    {
        var page = await Windows.SignInAsync(portal, "vuong.gm", width: 390, height: 844);

        // The line is there, and nothing ever comes over it.
        await page.RouteWebSocketAsync("**/_blazor**", _ => { });
        await page.GotoAsync($"{portal.Address}/ho-so?q=x");
        await page.EvaluateAsync("() => document.getAnimations().forEach(a => a.finish())");
        await Expect(page.GetByText("Trang mở lâu hơn thường lệ")).ToBeVisibleAsync();

        await page.UnrouteAllAsync();
        await page.RouteWebSocketAsync("**/_blazor**", line => line.ConnectToServer());
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Mở lại trang" }).ClickAsync();
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page.GetByText("Trang mở lâu hơn thường lệ")).ToBeHiddenAsync();
        await Expect(page).ToHaveURLAsync($"{portal.Address}/ho-so?q=x");

        // Pages of other layouts are open too.
        foreach (var path in new[] { "/khong-co", "/ho-so/CT-2026-0001/in" })
        {
            await page.GotoAsync($"{portal.Address}{path}");
            await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await page.EvaluateAsync("() => document.getAnimations().forEach(a => a.finish())");
            await Expect(page.GetByText("Trang mở lâu hơn thường lệ")).ToBeHiddenAsync();
        }
    }

    [SkippableFact]
    public async Task A_page_that_ended_with_a_fault_says_so_and_opens_again()
    {
        var page = await Windows.SignInAsync(portal, "vuong.gm", width: 390, height: 844);
        Microsoft.Playwright.IWebSocketRoute? toPage = null;
        await page.RouteWebSocketAsync("**/_blazor**", line =>
        {
            toPage = line;
            line.ConnectToServer();
        });
        await page.GotoAsync($"{portal.Address}/ho-so");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        var notice = page.GetByRole(Microsoft.Playwright.AriaRole.Alert).Filter(new() { HasText = "ngoài dự kiến" });
        await Expect(notice).ToBeHiddenAsync();

        toPage!.Send(Invocation("JS.Error", "fault"));
        await Expect(notice).ToBeVisibleAsync();
        await notice.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();
        await Expect(notice).ToBeHiddenAsync();
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    // What the server sends when a circuit ends with a fault: an invocation of SignalR in MessagePack, [1, headers, no id, target, [text]].
    private static byte[] Invocation(string target, string text)
    {
        byte[] message = [0x96, 1, 0x80, 0xC0, .. Text(target), 0x91, .. Text(text), 0x90];
        return [(byte)message.Length, .. message];

        static byte[] Text(string s) => [(byte)(0xA0 | s.Length), .. Encoding.ASCII.GetBytes(s)];
    }
}
