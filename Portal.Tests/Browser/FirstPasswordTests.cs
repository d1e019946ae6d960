using Microsoft.Playwright;
using Portal.Tests.TestKit;

namespace Portal.Tests.Browser;

/// <summary>Whoever signs in with a password that somebody else has set, sets one of their own first.</summary>
public class FirstPasswordTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task A_first_password_is_changed_before_anything_else()
    {
        await portal.ExecuteAsync("UPDATE AspNetUsers SET MustChangePassword = 1 WHERE UserName = 'xuan.ht'");
        var page = await Windows.OpenAsync();
        await page.GotoAsync($"{portal.Address}/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync("xuan.ht");
        await page.GetByLabel("Mật khẩu").FillAsync(PortalProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync($"{portal.Address}/doi-mat-khau");
        await page.GotoAsync($"{portal.Address}/viec");
        await Assertions.Expect(page).ToHaveURLAsync($"{portal.Address}/doi-mat-khau");

        async Task ChangeAsync(string old, string first, string second)
        {
            await page.Locator("#cu").FillAsync(old);
            await page.Locator("#moi").FillAsync(first);
            await page.Locator("#lai").FillAsync(second);
            await page.Locator("main button[type=submit]").ClickAsync();
        }

        await ChangeAsync(PortalProcess.Password, "con đường làng quanh co", "con đường làng khác hẳn");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await ChangeAsync(PortalProcess.Password, PortalProcess.Password, PortalProcess.Password);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("phải khác");
        await ChangeAsync("sai", "con đường làng quanh co", "con đường làng quanh co");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await ChangeAsync(PortalProcess.Password, "con đường làng quanh co", "con đường làng quanh co");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox)).ToBeVisibleAsync();
    }
}
