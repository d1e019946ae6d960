using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>An empty installation becomes a committee at work, on screen: its first administrator by the one-time link, a parameter,
/// people, a head, a kind, a group, areas, an account that is used and locked.</summary>
[Collection(ApartCollection.Name)]
public class OrganisationInTheBrowserTests(TestKit.Browser browser) : BrowserTests(browser)
{
    private const string Password = "LamGiang2026";

    [SkippableFact]
    public async Task From_nothing_to_a_group_with_areas_and_a_member_who_signs_in_and_is_locked_out()
    {
        var portal = await PortalProcess.WithAsync("--Demo:Enabled=false");
        try
        {
            var admin = await FirstAdministratorAsync(portal);
            await SetAsync(admin, portal);
            await AddStaffAsync(admin, portal);
            await AppointHeadAsync(admin, portal);
            await ActAsync(admin, portal, "loai-dia-ban", "Thêm loại địa bàn");
            await admin.GetByLabel("Tên", new() { Exact = true }).FillAsync("Khu công nghiệp");
            await SaveAsync(admin);
            await FormGroupAsync(admin, portal);
            await ImportAsync(admin, portal);
            var password = await GiveAccountAsync(admin, portal);
            var member = await Windows.OpenAsync(390, 844);
            await BeginWorkAsync(member, portal, password);
            await LockOutAsync(admin, member, portal);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private static async Task AddStaffAsync(IPage admin, PortalProcess portal)
    {
        foreach (var (name, position) in new[] { ("Trần Văn Đẩu", "Trưởng ban"), ("Lê Thị Ước", "Phó Trưởng phòng"),
            ("Phạm Văn Ẩn", "Chuyên viên") })
        {
            await ActAsync(admin, portal, "can-bo", "Thêm cán bộ");
            await admin.GetByLabel("Họ và tên").FillAsync(name);
            await admin.GetByLabel("Chức vụ").FillAsync(position);
            await SaveAsync(admin);
            await Expect(Rows(admin).Filter(new() { HasText = name })).ToHaveCountAsync(1);
        }
    }

    private static async Task AppointHeadAsync(IPage admin, PortalProcess portal)
    {
        await ActAsync(admin, portal, "lanh-dao", "Thêm lãnh đạo, đổi chức vụ");
        await PickAsync(admin, "personId", "Trần Văn Đẩu");
        await admin.GetByLabel("Trưởng ban", new() { Exact = true }).CheckAsync();
        await admin.Locator("[data-field='from'] input").FillAsync("01/01/2026");
        await SaveAsync(admin);

        // Somebody who joined today cannot have led since January.
        await Expect(admin.GetByTestId("errors")).ToContainTextAsync("Trần Văn Đẩu không công tác tại Ban vào ngày 01/01/2026");
        await admin.Locator("[data-field='from'] input").FillAsync($"{TestClock.Today:dd/MM/yyyy}");
        await SaveAsync(admin);

        // Nobody leads yet who could approve: it is shown, and carried out at once.
        await Expect(admin.GetByTestId("changes")).ToContainTextAsync("Trần Văn Đẩu");
        await admin.GetByTestId("confirm").ClickAsync();
        await Expect(Rows(admin)).ToContainTextAsync("Trần Văn Đẩu");
    }

    // Đ2.3: no decision, no group; nothing typed is lost.
    private static async Task FormGroupAsync(IPage admin, PortalProcess portal)
    {
        await ActAsync(admin, portal, "nhom", "Lập nhóm");
        await admin.GetByLabel("Tên", new() { Exact = true }).FillAsync("Nhóm 1");
        await PickAsync(admin, "members[0].personId", "Lê Thị Ước");
        await PickAsync(admin, "members[1].personId", "Phạm Văn Ẩn");
        await PickAsync(admin, "leadId", "Lê Thị Ước");
        await SaveAsync(admin);
        await Expect(admin.GetByTestId("errors")).ToContainTextAsync("Điều 2.3");
        await Expect(admin.GetByLabel("Tên", new() { Exact = true })).ToHaveValueAsync("Nhóm 1");
        await AxeAsync(admin);
        await DecideAsync(admin);
        await SaveAsync(admin);
        await Expect(Rows(admin)).ToContainTextAsync("Lê Thị Ước");
    }

    /// <returns>The first password.</returns>
    private static async Task<string> GiveAccountAsync(IPage admin, PortalProcess portal)
    {
        await admin.GotoAsync($"{portal.Address}/quan-tri/to-chuc/can-bo");
        await admin.GetByRole(AriaRole.Link, new() { Name = "Lê Thị Ước" }).ClickAsync();
        await Expect(admin.GetByLabel("Tên đăng nhập")).ToHaveValueAsync("uoc.lt");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Tạo tài khoản" }).ClickAsync();
        var password = await admin.GetByTestId("password").Locator("code").InnerTextAsync();
        await AxeAsync(admin);
        return password;
    }

    private static async Task BeginWorkAsync(IPage member, PortalProcess portal, string first)
    {
        await member.GotoAsync(portal.Address);
        await SignInAsync(member, "uoc.lt", first);
        await member.GetByLabel("Mật khẩu hiện nay").FillAsync(first);
        await member.GetByLabel("Mật khẩu mới", new() { Exact = true }).FillAsync(Password);
        await member.GetByLabel("Nhập lại").FillAsync(Password);
        await member.GetByRole(AriaRole.Button).First.ClickAsync();
        await member.GetByRole(AriaRole.Checkbox).CheckAsync();
        await member.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Expect(member.GetByRole(AriaRole.Heading, new() { NameRegex = new("Chào đồng chí Lê Thị Ước") })).ToBeVisibleAsync();
        await Expect(member.GetByRole(AriaRole.Link, new() { Name = "Đi báo việc" })).ToBeVisibleAsync();
        await member.GotoAsync($"{portal.Address}/quan-tri/to-chuc");
        await Expect(member.GetByRole(AriaRole.Heading,
            new() { NameRegex = new("không có quyền", System.Text.RegularExpressions.RegexOptions.IgnoreCase) })).ToBeVisibleAsync();
    }

    // A token that was given before is worth nothing afterwards.
    private static async Task LockOutAsync(IPage admin, IPage member, PortalProcess portal)
    {
        var api = await portal.ApiAsync("uoc.lt");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await api.GetAsync("me")).StatusCode);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Khóa", Exact = true }).ClickAsync();
        await Expect(admin.GetByText("Lý do cần ít nhất 10 ký tự")).ToBeVisibleAsync();
        await admin.Locator("#ly-do-tai-khoan").FillAsync("Theo đề nghị của Văn phòng Ban");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Khóa", Exact = true }).ClickAsync();
        await AgreeAsync(admin);
        await Expect(admin.GetByRole(AriaRole.Button, new() { Name = "Mở khóa" })).ToBeVisibleAsync();
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await api.GetAsync("me")).StatusCode);
        await member.GotoAsync($"{portal.Address}/viec");
        await Expect(member.GetByLabel("Tên đăng nhập")).ToBeVisibleAsync();
        await SignInAsync(member, "uoc.lt", Password);
        await Expect(member.GetByRole(AriaRole.Alert)).ToContainTextAsync("khóa");
    }

    private static async Task ImportAsync(IPage admin, PortalProcess portal)
    {
        FilePayload Sheet(string kind)
        {
            var today = $"{TestClock.Today:dd/MM/yyyy}";
            using var made = new MadeWorkbook().Sheet("Địa bàn").Row("Tên", "Loại", "Từ ngày")
                .Row("Khu Bàu Nổi", kind, today).Row("Khu Đồng Điệp", kind, today)
                .Sheet("Phân công địa bàn").Row("Địa bàn", "Nhóm", "Quyết định", "Từ ngày")
                .Row("Khu Bàu Nổi", "Nhóm 1", "01-QĐ/BTCTU", today).Row("Khu Đồng Điệp", "Nhóm 1", "01-QĐ/BTCTU", today).Make();
            return new FilePayload { Name = "dia-ban.xlsx", MimeType = "application/octet-stream", Buffer = made.ToArray() };
        }

        await admin.GotoAsync($"{portal.Address}/quan-tri/nhap");
        await GiveFileAsync(admin.Locator("#tep"), Sheet("Tổng kho"), admin.GetByTestId("counts"));
        await Expect(admin.GetByTestId("counts")).ToContainTextAsync("0 thêm mới, 0 sửa, 0 không đổi, 4 sai");
        await Expect(admin.GetByTestId("report")).ToContainTextAsync("Không có “Tổng kho” trong danh mục.");
        await Expect(admin.GetByTestId("store")).ToHaveCountAsync(0);
        await admin.Locator("#tep").SetInputFilesAsync(Sheet("Khu công nghiệp"));
        await Expect(admin.GetByTestId("report")).ToContainTextAsync("Xem trước: chưa lưu gì");
        await AxeAsync(admin);
        await admin.GetByTestId("store").ClickAsync();
        await Expect(admin.GetByTestId("report")).ToContainTextAsync("Đã lưu");

        // Taken back and stored again.
        await admin.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác lần nhập này" }).ClickAsync();
        await AgreeAsync(admin);
        await Expect(admin.GetByTestId("former")).ToContainTextAsync("Đã hoàn tác: Nguyễn Quản Trị");
        await admin.GotoAsync($"{portal.Address}/quan-tri/to-chuc/dia-ban");
        await Expect(Rows(admin)).ToHaveCountAsync(0);
        await admin.GetByRole(AriaRole.Link, new() { Name = "Nhập từ Excel" }).ClickAsync();
        await GiveFileAsync(admin.Locator("#tep"), Sheet("Khu công nghiệp"), admin.GetByTestId("store"));
        await admin.GetByTestId("store").ClickAsync();
        await Expect(admin.GetByTestId("report")).ToContainTextAsync("Đã lưu");
        await admin.GotoAsync($"{portal.Address}/quan-tri/to-chuc/dia-ban");
        await Expect(Rows(admin)).ToHaveCountAsync(2);
        await Expect(Rows(admin).First).ToContainTextAsync("Nhóm 1");
        await AxeAsync(admin);
    }

    // The printed link makes one administrator, on a phone too, and is spent.
    private async Task<IPage> FirstAdministratorAsync(PortalProcess portal)
    {
        var link = await portal.PrintedAsync(@"http\S+/thiet-lap\?ma=[0-9A-F]+");
        var page = await Windows.OpenAsync(390, 844);
        await page.GotoAsync($"{portal.Address}/thiet-lap?ma=sai");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await page.GotoAsync(link);
        await page.GetByLabel("Họ và tên").FillAsync("Nguyễn Quản Trị");
        await page.GetByLabel("Tên đăng nhập").FillAsync("tri.nq");
        await page.GetByLabel("Mật khẩu").FillAsync("ngan");
        await page.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("10");
        await Expect(page.GetByLabel("Họ và tên")).ToHaveValueAsync("Nguyễn Quản Trị");

        await page.GetByLabel("Mật khẩu").FillAsync(Password);
        await page.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page).ToHaveURLAsync($"{portal.Address}/dang-nhap");
        Assert.DoesNotContain(Password, await page.ContentAsync(), StringComparison.Ordinal);

        await SignInAsync(page, "tri.nq", Password);
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Chào đồng chí Nguyễn Quản Trị") })).ToBeVisibleAsync();
        await page.GotoAsync($"{portal.Address}/quan-tri/su-co");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sự cố" })).ToBeVisibleAsync();

        var again = await Windows.OpenAsync(390, 844);
        await again.GotoAsync(link);
        await Expect(again.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.SetViewportSizeAsync(1280, 900);
        return page;
    }

    private static async Task SetAsync(IPage page, PortalProcess portal)
    {
        await page.GotoAsync($"{portal.Address}/quan-tri/tham-so");
        await page.GetByLabel("Tìm tham số").FillAsync("bao cong sau khi ve");
        await Expect(page.GetByTestId("now-Trip.NoticeMode")).ToHaveCountAsync(0);
        await page.GetByTestId("edit-Trip.ResultDueDays").ClickAsync();
        var row = page.GetByTestId("Trip.ResultDueDays");
        await row.GetByLabel("Giá trị mới").FillAsync("nhiều");
        await row.GetByLabel("Lý do").FillAsync("Theo kết luận họp lãnh đạo Ban");
        await row.GetByTestId("save").ClickAsync();
        await Expect(row).ToContainTextAsync("Nhập số từ 0 đến 365");
        await Expect(row.GetByLabel("Lý do")).ToHaveValueAsync("Theo kết luận họp lãnh đạo Ban");
        await row.GetByLabel("Giá trị mới").FillAsync("4");
        await row.GetByTestId("save").ClickAsync();
        await Expect(page.GetByTestId("now-Trip.ResultDueDays")).ToHaveTextAsync("4");
        await Expect(page.Locator("tr").Filter(new() { Has = page.GetByTestId("now-Trip.ResultDueDays") }))
            .ToContainTextAsync($"{TestClock.Today:dd/MM/yyyy}");
    }

    private static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.GetByLabel("Tên đăng nhập").FillAsync(name);
        await page.GetByLabel("Mật khẩu").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
    }

    private static async Task ActAsync(IPage page, PortalProcess portal, string register, string act)
    {
        await page.GotoAsync($"{portal.Address}/quan-tri/to-chuc/{register}");
        await page.GetByRole(AriaRole.Link, new() { Name = act, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = act, Level = 1 })).ToBeVisibleAsync();
    }

    private static Task PickAsync(IPage page, string field, string name) => PickAsync(page.Locator($"[data-field='{field}'] input"), name);

    private static async Task DecideAsync(IPage page)
    {
        await page.GetByLabel("Số văn bản").FillAsync("01-QĐ/BTCTU");
        await page.Locator("[data-field='decision.date'] input").FillAsync($"{TestClock.Today:dd/MM/yyyy}");
        await page.Locator("[data-field='decision.date'] input").BlurAsync();
        await PickAsync(page, "decision.signerId", "Trần Văn Đẩu");
    }

    private static Task SaveAsync(IPage page) => page.GetByTestId("save").ClickAsync();

    private static async Task AxeAsync(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions
            {
                Type = "tag",
                Values = ["wcag2a", "wcag2aa", "wcag21aa"]
            }
        });
        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}"));
    }
}
