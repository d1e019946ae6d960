using Microsoft.Playwright;
using Portal.Tests.TestKit;

namespace Portal.Tests.Browser;

/// <summary>An installation without demo data: the one-time link makes the first administrator, once.</summary>
[Collection(ApartCollection.Name)]
public class FirstAdministratorTests(TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task The_printed_link_makes_one_administrator_who_can_sign_in()
    {
        var portal = await PortalProcess.WithAsync("--Demo:Enabled=false");
        try
        {
            var link = await portal.PrintedAsync(@"http\S+/thiet-lap\?ma=[0-9A-F]+");
            var page = await Windows.OpenAsync(390, 844);
            await page.GotoAsync($"{portal.Address}/thiet-lap?ma=sai");
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

            await page.GotoAsync(link);
            await page.GetByLabel("Họ và tên").FillAsync("Nguyễn Văn Ước");
            await page.GetByLabel("Tên đăng nhập").FillAsync("uoc.nv");
            await page.GetByLabel("Mật khẩu").FillAsync("ngan");
            await page.GetByRole(AriaRole.Button).First.ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("10");
            await Assertions.Expect(page.GetByLabel("Họ và tên")).ToHaveValueAsync("Nguyễn Văn Ước");

            await page.GetByLabel("Mật khẩu").FillAsync("LamGiang2026");
            await page.GetByRole(AriaRole.Button).First.ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync($"{portal.Address}/dang-nhap");
            Assert.DoesNotContain("LamGiang2026", await page.ContentAsync());

            await page.GetByLabel("Tên đăng nhập").FillAsync("uoc.nv");
            await page.GetByLabel("Mật khẩu").FillAsync("LamGiang2026");
            await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Checkbox).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Chào đồng chí Nguyễn Văn Ước") })).ToBeVisibleAsync();
            await page.GotoAsync($"{portal.Address}/quan-tri/su-co");
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sự cố" })).ToBeVisibleAsync();

            await page.SetViewportSizeAsync(1280, 800);
            await page.GotoAsync($"{portal.Address}/quan-tri/tham-so");
            var row = page.GetByTestId("Trip.ResultDueDays");
            await row.GetByRole(AriaRole.Button, new() { Name = "Sửa" }).ClickAsync();
            await row.GetByLabel("Giá trị mới").FillAsync("nhiều");
            await row.GetByLabel("Lý do").FillAsync("Theo kết luận họp lãnh đạo Ban");
            await row.GetByTestId("save").ClickAsync();
            await Assertions.Expect(row).ToContainTextAsync("Nhập số từ 0 đến 365");
            await Assertions.Expect(row.GetByLabel("Lý do")).ToHaveValueAsync("Theo kết luận họp lãnh đạo Ban");
            await row.GetByLabel("Giá trị mới").FillAsync("4");
            await row.GetByTestId("save").ClickAsync();
            await Assertions.Expect(row).ToContainTextAsync("Hiện nay: 4");

            // The link is spent, and a new start prints none.
            var again = await Windows.OpenAsync(390, 844);
            await again.GotoAsync(link);
            await Assertions.Expect(again.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task A_first_password_is_changed_before_anything_else()
    {
        var portal = await PortalProcess.WithAsync("--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}");
        try
        {
            await portal.ExecuteAsync("UPDATE AspNetUsers SET MustChangePassword = 1 WHERE UserName = 'sau.lv'");
            var page = await Windows.OpenAsync();
            await page.GotoAsync($"{portal.Address}/dang-nhap");
            await page.GetByLabel("Tên đăng nhập").FillAsync("sau.lv");
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

            await ChangeAsync(PortalProcess.Password, "MatKhauMoi2026", "KhacHan2026");
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await ChangeAsync("sai", "MatKhauMoi2026", "MatKhauMoi2026");
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
            await ChangeAsync(PortalProcess.Password, "MatKhauMoi2026", "MatKhauMoi2026");
            await Assertions.Expect(page.GetByRole(AriaRole.Checkbox)).ToBeVisibleAsync();
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }
}
