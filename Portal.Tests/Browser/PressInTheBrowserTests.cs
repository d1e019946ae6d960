using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>A press counts though the page moves between pressing and letting go, and a field that is left makes it move often.</summary>
public class PressInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    // As where something is shown above; a browser that scrolls along would hide it.
    private const string Lower =
        "document.documentElement.style.overflowAnchor = 'none'; const main = document.querySelector('main');"
        + "main.style.paddingTop = parseInt(getComputedStyle(main).paddingTop) + 160 + 'px';";

    [SkippableFact]
    public async Task What_was_pressed_is_meant_not_what_has_come_under_the_pointer()
    {
        var page = await Windows.SignInAsync(portal, "vuong.gm", 390, 844);
        await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
        await DiscardAsync(page);
        var gate = page.Locator(".gate:visible").First;
        await PressWhileItMovesAsync(page, gate.GetByText("Không", new() { Exact = true }));
        await Expect(page.GetByLabel("Địa điểm")).ToBeVisibleAsync();

        var kind = page.GetByLabel("Tổ chức đảng, đảng viên");
        var before = await kind.IsCheckedAsync();
        await PressWhileItMovesAsync(page, kind);
        await Expect(kind).ToBeCheckedAsync(new() { Checked = !before });

        await PressWhileItMovesAsync(page, page.GetByTestId("next"));
        await Expect(page.GetByTestId("errors")).ToBeVisibleAsync();

        await PressWhileItMovesAsync(page, page.GetByTestId("errors").GetByRole(AriaRole.Link).First);
        await Expect(page.Locator(":is(input, textarea):focus")).ToHaveCountAsync(1);
    }

    // Drawn to another place with the pointer, a press is none, as everywhere.
    [SkippableFact]
    public async Task A_press_that_is_taken_back_by_moving_away_does_nothing()
    {
        var page = await Windows.SignInAsync(portal, "vuong.gm");
        await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
        var next = page.GetByTestId("next");
        await next.EvaluateAsync("b => { window.presses = 0; b.addEventListener('click', () => window.presses++); }");
        await next.HoverAsync();
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(5, 5);
        await page.Mouse.UpAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("window.presses"));
        await next.ClickAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>("window.presses"));
    }

    /// <summary>The first time a draft is kept moves nothing that is pressed then: one button more is a row more on a phone.</summary>
    [SkippableFact]
    public async Task A_draft_that_is_kept_for_the_first_time_moves_no_button()
    {
        var page = await Windows.SignInAsync(portal, "vuong.gm", 390, 844);
        await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
        await DiscardAsync(page);
        await NoSecretAsync(page);
        await page.GetByLabel("Địa điểm").FillAsync("Trụ sở Đảng ủy xã");
        await page.GetByTestId("next").HoverAsync();
        var buttons = page.Locator(".wizard .buttons button");
        var (before, count) = (await page.GetByTestId("next").BoundingBoxAsync(), await buttons.CountAsync());
        await Expect(page.GetByTestId("saved")).ToContainTextAsync("Đã lưu nháp");
        var after = await page.GetByTestId("next").BoundingBoxAsync();
        Assert.Equal((before!.X, before.Y, count), (after!.X, after.Y, await buttons.CountAsync()));
    }

    // What an earlier test has begun to write.
    private static async Task DiscardAsync(IPage page)
    {
        await page.GetByTestId("wizard").WaitForAsync();
        var discard = page.GetByRole(AriaRole.Button, new() { Name = "Bỏ bản nháp" });
        if (await discard.IsVisibleAsync())
        {
            await discard.ClickAsync();
            await Expect(discard).ToBeHiddenAsync();
        }
    }

    private static async Task PressWhileItMovesAsync(IPage page, ILocator target)
    {
        await target.HoverAsync();
        await page.Mouse.DownAsync();
        await page.EvaluateAsync(Lower);
        await page.Mouse.UpAsync();
    }
}
