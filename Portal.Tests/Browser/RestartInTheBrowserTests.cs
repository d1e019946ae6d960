using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>An orderly end of the program while somebody types: said on the page, kept as a draft, and there again afterwards.</summary>
[Collection(ApartCollection.Name)]
public class RestartInTheBrowserTests(TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task What_was_typed_a_moment_ago_outlives_a_restart_and_the_page_opens_by_itself()
    {
        Skip.If(OperatingSystem.IsWindows());
        var portal = await PortalProcess.WithAsync("--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}");
        try
        {
            var page = await Windows.SignInAsync(portal, "vuong.gm", width: 390, height: 844);
            await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
            await NoSecretAsync(page);
            await page.GetByLabel("Bàu Trâm").CheckAsync();

            // Every banner that is shown is remembered: the line may be gone before anybody could ask.
            await page.EvaluateAsync("""
                () => new MutationObserver(() => {
                    const e = document.querySelector('.ending');
                    if (e) window.said = e.textContent;
                }).observe(document.body, { childList: true, subtree: true })
                """);
            await page.GetByLabel("Địa điểm").FillAsync("Trụ sở Đảng ủy xã vừa gõ");

            // Long before the draft would have been kept by itself.
            Assert.Equal(0, await portal.StopAsync());
            Assert.Contains("khởi động lại", await page.EvaluateAsync<string>("() => window.said ?? ''"), StringComparison.Ordinal);
            await portal.StartAsync();
            await Expect(page.GetByLabel("Địa điểm")).ToHaveValueAsync("Trụ sở Đảng ủy xã vừa gõ", new() { Timeout = 60_000 });
            await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Dialog)).ToBeHiddenAsync();
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }
}
