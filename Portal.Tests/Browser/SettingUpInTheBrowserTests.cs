using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>One person, one workbook, an empty folder: to the first notice of a trip, on screen.</summary>
[Collection(ApartCollection.Name)]
public class SettingUpInTheBrowserTests(TestKit.Browser browser) : BrowserTests(browser)
{
    private const string Password = "LamGiang2026";

    /// <summary>Without a word of the office, once the portal knows its province.</summary>
    private const string OwnPassword = "Thuyen-ve-ben-xua-9";

    [SkippableFact]
    public async Task An_office_of_sixty_people_goes_from_an_empty_folder_to_its_first_trip_notice()
    {
        var portal = await PortalProcess.WithAsync("--Demo:Enabled=false");
        try
        {
            var admin = await FirstAdministratorAsync(portal);
            await Expect(admin.GetByTestId("setup-notice")).ToBeVisibleAsync();
            await admin.GetByTestId("setup-notice").GetByRole(AriaRole.Link).ClickAsync();
            await Expect(admin.GetByTestId("regulation")).ToContainTextAsync("Chưa có");
            await Expect(admin.GetByTestId("kinds")).ToContainTextAsync("Đủ (11)");
            await AxeAsync(admin);
            await NameRegulationAsync(admin);
            await TakeInAsync(admin, portal);
            await SetPlacesAsync(admin, portal);
            var (userName, first) = await MakeAccountsAsync(admin, portal);

            await admin.GotoAsync($"{portal.Address}/quan-tri/thiet-lap");
            foreach (var (key, words) in new[]
            {
                ("regulation", "Đủ (1)"), ("departments", "Đủ (4)"), ("staff", "Đủ (61)"), ("groups", "Đủ (12)"), ("areas", "Đủ (160)"),
                ("portfolios", "Đủ (12)"), ("contacts", "Đủ (160)"), ("parameters", "Đủ (2)"), ("accounts", "Đủ (61)"),
                ("leaders", "Còn thiếu 3"),
            })
            {
                await Expect(admin.GetByTestId(key)).ToContainTextAsync(words);
            }

            var member = await Windows.OpenAsync(1280, 900);
            await BeginWorkAsync(member, portal, userName, first);
            Assert.Matches(@"CT-\d{4}/0001", await ReportTripAsync(portal, member, Office.AreaOf(12)));
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private async Task<IPage> FirstAdministratorAsync(PortalProcess portal)
    {
        var page = await Windows.OpenAsync(1366, 900);
        await page.GotoAsync(await portal.PrintedAsync(@"http\S+/thiet-lap\?ma=[0-9A-F]+"));
        await page.GetByLabel("Họ và tên").FillAsync("Nguyễn Quản Trị");
        await page.GetByLabel("Tên đăng nhập").FillAsync("tri.nq");
        await page.GetByLabel("Mật khẩu").FillAsync(Password);
        await page.GetByRole(AriaRole.Button).First.ClickAsync();
        await SignInAsync(page, "tri.nq", Password);
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        return page;
    }

    private static async Task NameRegulationAsync(IPage admin)
    {
        await admin.GetByRole(AriaRole.Link, new() { NameRegex = new("Quy chế: số, ngày ban hành") }).ClickAsync();
        await admin.GetByTestId("save").ClickAsync();
        await Expect(admin.GetByTestId("errors")).ToBeVisibleAsync();
        await admin.GetByLabel("Số văn bản ban hành").FillAsync("123-QĐ/BTCTU");
        await admin.Locator("[data-field='date'] input").FillAsync("15/08/2026");
        await admin.Locator("[data-field='date'] input").BlurAsync();
        await admin.GetByTestId("save").ClickAsync();
        await Expect(admin.GetByTestId("regulation")).ToContainTextAsync("Đủ");
    }

    // The workbook of the portal can be had, and a filled one is shown before it is stored.
    private static async Task TakeInAsync(IPage admin, PortalProcess portal)
    {
        await admin.GotoAsync($"{portal.Address}/quan-tri/nhap");
        var download = await admin.RunAndWaitForDownloadAsync(
            () => admin.GetByRole(AriaRole.Link, new() { Name = "Tải sổ dữ liệu (Excel)" }).ClickAsync());
        Assert.Equal("so-du-lieu.xlsx", download.SuggestedFilename);
        using var filled = Office.Workbook();
        var book = new FilePayload { Name = "so-du-lieu.xlsx", MimeType = "application/octet-stream", Buffer = filled.ToArray() };
        await GiveFileAsync(admin.Locator("#tep"), book, admin.GetByTestId("report"));
        await Expect(admin.GetByTestId("report")).ToContainTextAsync("Xem trước: chưa lưu gì");
        await Expect(admin.GetByTestId("sheets")).ToContainTextAsync("Phân công địa bàn");
        await AxeAsync(admin);
        await admin.GetByTestId("store").ClickAsync();
        await Expect(admin.GetByTestId("report")).ToContainTextAsync("Đã lưu");
    }

    private static async Task SetPlacesAsync(IPage admin, PortalProcess portal)
    {
        await admin.GotoAsync($"{portal.Address}/quan-tri/tham-so");
        foreach (var (key, value) in new[] { ("Doc.Province", "Lam Giang"), ("Doc.Place", "Lam Tiền") })
        {
            await admin.GetByTestId($"edit-{key}").ClickAsync();
            var row = admin.GetByTestId(key);
            await row.GetByLabel("Giá trị mới").FillAsync(value);
            await row.GetByLabel("Lý do").FillAsync("Thiết lập ban đầu của cơ quan");
            await row.GetByTestId("save").ClickAsync();
            await Expect(admin.GetByTestId($"now-{key}")).ToHaveTextAsync(value);
        }
    }

    /// <returns>Sign-in name and first password of the lead of a group, off the slip.</returns>
    private static async Task<(string UserName, string Password)> MakeAccountsAsync(IPage admin, PortalProcess portal)
    {
        await admin.GotoAsync($"{portal.Address}/quan-tri/tai-khoan");
        await Expect(admin.GetByTestId("create")).ToContainTextAsync("Tạo 60 tài khoản");
        await AxeAsync(admin);
        await admin.GetByTestId("create").ClickAsync();
        await AgreeAsync(admin);
        await Expect(admin.Locator(".slip")).ToHaveCountAsync(60, new() { Timeout = 120_000 });
        await AxeAsync(admin);
        var codes = admin.Locator(".slip").Filter(new() { HasText = Office.Lead }).Locator("code");
        var found = (await codes.First.InnerTextAsync(), await codes.Last.InnerTextAsync());
        Assert.Matches("^[A-Za-z2-9]{14}$", found.Item2);

        // On paper there are the slips alone.
        await admin.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(admin.Locator(".mud-appbar")).ToBeHiddenAsync();
        await Expect(admin.Locator(".slip").First).ToBeVisibleAsync();
        await admin.EmulateMediaAsync(new() { Media = Media.Screen });

        // Once only: who comes again finds nobody without an account, and no password.
        await admin.ReloadAsync();
        await Expect(admin.GetByText("Mọi cán bộ đang công tác đã có tài khoản.")).ToBeVisibleAsync();
        Assert.DoesNotContain(found.Item2, await admin.ContentAsync(), StringComparison.Ordinal);
        return found;
    }

    private static async Task BeginWorkAsync(IPage member, PortalProcess portal, string userName, string first)
    {
        await member.GotoAsync(portal.Address);
        await SignInAsync(member, userName, first);
        await member.GetByLabel("Mật khẩu hiện nay").FillAsync(first);
        await member.GetByLabel("Mật khẩu mới", new() { Exact = true }).FillAsync(OwnPassword);
        await member.GetByLabel("Nhập lại").FillAsync(OwnPassword);
        await member.GetByRole(AriaRole.Button).First.ClickAsync();
        await member.GetByRole(AriaRole.Checkbox).CheckAsync();
        await member.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Expect(member.GetByRole(AriaRole.Heading, new() { NameRegex = new($"Chào đồng chí {Office.Lead}") })).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.GetByLabel("Tên đăng nhập").FillAsync(name);
        await page.GetByLabel("Mật khẩu").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
    }

    private static async Task AxeAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
    }
}
