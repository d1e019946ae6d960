using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>An administrator who is no programmer changes the trip process, on screen, from the first click to the member who meets the
/// change. On a portal of its own: what is published here is met by nobody else.</summary>
[Collection(ApartCollection.Name)]
public class DesignInTheBrowserTests(PortalProcess portal, TestKit.Browser browser)
    : BrowserTests(browser), IClassFixture<PortalProcess>
{
    private const string Field = "Phương tiện đi lại";
    private const string Question = "Chuyến trên ba ngày?";
    private const string Approver = "Trưởng ban xem chuyến dài ngày";

    [SkippableFact]
    public async Task A_second_approver_a_required_field_and_a_longer_deadline_from_draft_to_work()
    {
        var member = await Windows.SignInAsync(portal, "vuong.gm");
        var stays = await ReportTripAsync(portal, member, "Xã Bàu Trâm");
        var moves = await ReportTripAsync(portal, member, "Xã Bàu Trâm");

        var designer = await Windows.SignInAsync(portal, "tue.dt");
        await designer.GotoAsync($"{portal.Address}/quan-tri/quy-trinh");
        await AxeAsync(designer, "list");
        await designer.GetByTestId("field-trip").GetByRole(AriaRole.Button, new() { Name = "Sửa (tạo bản nháp)" }).ClickAsync();
        await ChangeAsync(designer);
        await AxeAsync(designer, "editor");
        await DryRunAsync(designer);

        // Four eyes.
        await designer.GotoAsync($"{portal.Address}/quan-tri/quy-trinh/field-trip-v2");
        await designer.GetByTestId("open-publish").ClickAsync();
        await designer.GetByTestId("do-publish").ClickAsync();
        await Expect(designer.GetByTestId("publish")).ToContainTextAsync("10 ký tự");
        await designer.Locator("#ghi-chu").FillAsync("Chuyến trên ba ngày do Trưởng ban xem");
        await designer.GetByTestId("do-publish").ClickAsync();
        await AgreeAsync(designer);
        await Expect(designer.GetByTestId("publish-state")).ToContainTextAsync("Cần người thứ hai");
        var second = await Windows.SignInAsync(portal, "tinh.mx");
        await second.GotoAsync($"{portal.Address}/quan-tri/quy-trinh/field-trip-v2");
        await Expect(second.GetByTestId("state")).ToContainTextAsync("Đoàn Trí Tuệ đã đề nghị xuất bản");
        await second.GetByTestId("do-publish").ClickAsync();
        await AgreeAsync(second);
        await Expect(second.GetByTestId("state")).ToContainTextAsync("Đang dùng cho hồ sơ mới");

        // In words and on the diagram.
        await second.GotoAsync($"{portal.Address}/quan-tri/quy-trinh/so-sanh/field-trip?cu=field-trip-v1&moi=field-trip-v2");
        await Expect(second.GetByTestId("differences")).ToContainTextAsync("3 ngày làm việc");
        await Expect(second.GetByTestId("differences")).ToContainTextAsync($"{Field} (Chọn một, bắt buộc)");
        await Expect(second.Locator("svg .node.added")).ToHaveCountAsync(2);
        Assert.True(await second.Locator("svg .node.changed").CountAsync() >= 2);
        await AxeAsync(second, "differences");

        await MoveAsync(designer, moves);
        await MeetAsync(member, stays, moves);
        await ExportAsync(designer);
        await BackAsync(designer, second);
    }

    [SkippableFact]
    public async Task A_new_process_is_modelled_published_and_started_and_its_code_says_what_is_wrong_on_which_line()
    {
        var name = $"Xin xe đi địa bàn {Guid.NewGuid().ToString("N")[..6]}";
        var designer = await Windows.SignInAsync(portal, "tue.dt", 390, 844);
        await CreateAsync(designer, name);
        await MistakesInTheCodeAsync(designer);
        await AxeAsync(designer, "code");

        var second = await Windows.SignInAsync(portal, "tinh.mx");
        await second.GotoAsync(designer.Url.Replace("/ma", "", StringComparison.Ordinal));
        await second.GetByTestId("open-publish").ClickAsync();
        await second.Locator("#ghi-chu").FillAsync("Quy trình mới của cơ quan");
        await second.GetByTestId("do-publish").ClickAsync();
        await AgreeAsync(second);
        await Expect(second.GetByTestId("state")).ToContainTextAsync("Đang dùng cho hồ sơ mới");

        var member = await Windows.SignInAsync(portal, "vuong.gm");
        await StartAsync(member, name);
        await ApproveAsync(await Windows.SignInAsync(portal, "quy.pc"), name);

        // Retired with a reason, by two people: nobody can start it any more.
        await RetireAsync(designer, name, "Chờ người thứ hai cho ngừng");
        await RetireAsync(second, name, "Đã thay");
        await member.GotoAsync(portal.Address);
        await Expect(member.GetByRole(AriaRole.Heading, new() { NameRegex = new("Chào đồng chí") })).ToBeVisibleAsync();
        await Expect(member.GetByRole(AriaRole.Link, new() { Name = name })).ToHaveCountAsync(0);
    }

    private async Task CreateAsync(IPage designer, string name)
    {
        await designer.GotoAsync($"{portal.Address}/quan-tri/quy-trinh");
        await designer.GetByText("Tạo quy trình mới").ClickAsync();
        await designer.GetByTestId("create-process").ClickAsync();
        await Expect(designer.Locator("#e-ten-moi")).ToBeVisibleAsync();
        await designer.GetByLabel("Tên quy trình").FillAsync(name);
        await designer.GetByTestId("create-process").ClickAsync();
        await Expect(designer.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(name);
        await Expect(designer.GetByTestId("problems")).ToContainTextAsync("0 lỗi, 0 cảnh báo");
        await NoOverflowAsync(designer);
    }

    private static async Task MistakesInTheCodeAsync(IPage designer)
    {
        await designer.GetByRole(AriaRole.Link, new() { Name = "Mã JSON" }).ClickAsync();
        var code = designer.Locator("#ma");
        var written = await code.InputValueAsync();
        await code.FillAsync(written.Replace("\"start\": \"start\"", "\"start\": "));
        await designer.GetByTestId("save-code").ClickAsync();
        await Expect(designer.GetByTestId("code-errors")).ToContainTextAsync("Tệp không phải JSON hợp lệ");
        await Expect(designer.GetByTestId("code-errors")).ToContainTextAsync(new Regex(@"Dòng \d{2,}"));
        await code.FillAsync(written.Replace("Elsa.Finish", "Elsa.Khong"));
        await designer.GetByTestId("save-code").ClickAsync();
        await Expect(designer.GetByTestId("code-errors")).ToContainTextAsync("Elsa.Khong");
        await NoOverflowAsync(designer);
        await code.FillAsync(written);
        await designer.GetByTestId("save-code").ClickAsync();
        await Expect(designer.GetByTestId("code-state")).ToContainTextAsync("Đã lưu lúc");
    }

    private static async Task StartAsync(IPage member, string name)
    {
        await member.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await NoSecretAsync(member);
        await member.GetByLabel("Nội dung đề nghị").FillAsync("Xe đi xã Bàu Trâm ngày mai");
        await SendAsync(member, "Submit");
        await Expect(member.GetByTestId("sent")).ToContainTextAsync("Trưởng nhóm xem xét");
    }

    private async Task ApproveAsync(IPage lead, string name)
    {
        await OpenInboxAsync(portal, lead);
        await lead.GetByTestId("filters").ClickAsync();
        await lead.Locator("#quy-trinh").ClickAsync();
        await lead.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasText = name }).ClickAsync();
        await Expect(lead.GetByTestId("task-row")).ToHaveCountAsync(1);
        await lead.GetByTestId("task-row").ClickAsync();
        await NoSecretAsync(lead.GetByTestId("task-panel"));
        await lead.GetByTestId("task-panel").GetByTestId("action-Approve").ClickAsync();
        await Expect(lead.GetByText("Đã xử lý hồ sơ QT-")).ToBeVisibleAsync();
    }

    private async Task RetireAsync(IPage second, string name, string state)
    {
        await second.GotoAsync($"{portal.Address}/quan-tri/quy-trinh");
        var card = second.Locator("section.card").Filter(new() { HasText = name });
        await card.GetByRole(AriaRole.Button, new() { Name = "Ngừng nhận hồ sơ mới" }).ClickAsync();
        await card.GetByTestId("confirm-switch").ClickAsync();
        await Expect(card.Locator("#e-ly-do")).ToBeVisibleAsync();
        await card.Locator("#ly-do").FillAsync("Chỉ dùng trong đợt thử nghiệm");
        await card.GetByTestId("confirm-switch").ClickAsync();
        await Expect(card).ToContainTextAsync(state);
    }

    private static async Task ChangeAsync(IPage page)
    {
        await AddFieldAsync(page);
        await LengthenDeadlineAsync(page);
        await AskForLongTripsAsync(page);
        await AddApproverAsync(page);
        await LeadElsewhereAndBackAsync(page);
        await MoveAndBackAsync(page);
        await TakeBackAndDoAgainAsync(page);
    }

    // A field of its own at the first step.
    private static async Task AddFieldAsync(IPage page)
    {
        await StepAsync(page, "Báo việc");
        await page.Locator("summary").Filter(new() { HasText = "Biểu mẫu và trường bổ sung" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Thêm trường bổ sung", RegexOptions.IgnoreCase) }).ClickAsync();
        await page.Locator("[data-field='fields[0].label'] input").FillAsync(Field);
        await PickAsync(page.Locator("[data-field='fields[0].kind'] input"), "Chọn một");
        await page.Locator("[data-field='fields[0].required'] input").CheckAsync();
        await page.Locator("[data-field='fields[0].options'] textarea:not([aria-hidden])").FillAsync("Xe cơ quan");
        await page.Locator("[data-field='fields[0].options'] textarea:not([aria-hidden])").BlurAsync();
        await Expect(page.Locator("[data-field='fields[0].options']")).ToContainTextAsync("ít nhất hai lựa chọn");
        await page.Locator("[data-field='fields[0].options'] textarea:not([aria-hidden])").FillAsync("Xe cơ quan\nXe cá nhân");
        await page.Locator("[data-field='fields[0].options'] textarea:not([aria-hidden])").BlurAsync();
        await StoredAsync(page);
    }

    // A longer deadline; what cannot be read is said there and lost nowhere.
    private static async Task LengthenDeadlineAsync(IPage page)
    {
        await StepAsync(page, "Xem báo việc");
        await page.Locator("[data-field='dueKind']").GetByLabel("Ngày làm việc").CheckAsync();
        await page.Locator("[data-field='dueNumber'] input").FillAsync("nhiều");
        await page.Locator("[data-field='dueNumber'] input").BlurAsync();
        await Expect(page.Locator("[data-field='dueNumber']")).ToContainTextAsync("Nhập số từ 1 đến 365");
        await page.Locator("[data-field='dueNumber'] input").FillAsync("3");
        await page.Locator("[data-field='dueNumber'] input").BlurAsync();
        await StoredAsync(page);
        await Expect(page.GetByTestId("example")).ToContainTextAsync("Nếu bước mở lúc này");
    }

    private static async Task AskForLongTripsAsync(IPage page)
    {
        await StepAsync(page, "Đã đủ điều kiện khởi hành");
        await InsertAsync(page, "Done", "Decision", "Điều kiện");
        await page.Locator("[data-field='title'] input").FillAsync(Question);
        await page.Locator("[data-field='mode']").GetByLabel("Khi mọi dòng đều đúng").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Thêm dòng điều kiện", RegexOptions.IgnoreCase) }).ClickAsync();
        await PickAsync(page.Locator("[data-field='terms[0].field'] input"), "Số ngày");
        await PickAsync(page.Locator("[data-field='terms[0].comparison'] input"), "lớn hơn");
        await page.Locator("[data-field='terms[0].value'] input").FillAsync("ba");
        await page.Locator("[data-field='terms[0].value'] input").BlurAsync();
        await Expect(page.Locator("[data-field='terms[0].value']")).ToContainTextAsync("Nhập một số");
        await page.Locator("[data-field='terms[0].value'] input").FillAsync("3");
        await page.Locator("[data-field='terms[0].value'] input").BlurAsync();
        await StoredAsync(page);
        await Expect(page.Locator(".design-steps")).ToContainTextAsync("Số ngày > 3");
    }

    // Who decides for trips over three days.
    private static async Task AddApproverAsync(IPage page)
    {
        await InsertAsync(page, "True", "Step", "Bước mới");
        await page.Locator("[data-field='title'] input").FillAsync(Approver);

        // Two picks in one moment: the second is shown while the first is being stored, and both stay.
        await page.Locator("[data-field='who']").EvaluateAsync("""
            e => ['Trưởng nhóm', 'Trưởng ban'].forEach(t =>
                [...e.querySelectorAll('label')].find(l => l.textContent.trim() === t).querySelector('input').click())
            """);
        await Expect(page.Locator("[data-field='who']").GetByLabel("Trưởng ban", new() { Exact = true })).ToBeCheckedAsync();
        await StoredAsync(page);
        await PickAsync(page.Locator("#thu-dia-ban"), "Xã Bàu Trâm");
        await Expect(page.GetByTestId("who-today")).ToContainTextAsync("Đỗ Khắc Nhân");
        await Expect(page.GetByTestId("problems")).ToContainTextAsync("0 lỗi");
    }

    // An outcome led elsewhere in the drawing, by the keyboard, and back.
    private static async Task LeadElsewhereAndBackAsync(IPage page)
    {
        var leadsTo = page.Locator("[data-field='outcomes[0].to'] input");
        var before = await leadsTo.InputValueAsync();
        await page.Locator("#noi").ClickAsync();
        await page.Locator(".mud-popover-open [data-value='Done']").ClickAsync();
        await Expect(page.GetByTestId("connecting")).ToBeVisibleAsync();
        await page.Locator("svg g[data-path='ended']").PressAsync("Enter");
        await Expect(leadsTo).ToHaveValueAsync(new Regex("Kết thúc"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Expect(leadsTo).ToHaveValueAsync(before);
    }

    // Moved behind the departure, and back.
    private static async Task MoveAndBackAsync(IPage page)
    {
        var leadsTo = page.Locator("[data-field='outcomes[0].to'] input");
        var before = await leadsTo.InputValueAsync();
        await page.GetByText("Chuyển bước này đến chỗ khác").ClickAsync();
        await PickAsync(page.Locator("#chuyen-sau"), "Xác nhận khởi hành");
        await page.GetByTestId("move-step").ClickAsync();
        await Expect(leadsTo).Not.ToHaveValueAsync(before);
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Expect(leadsTo).ToHaveValueAsync(before);
    }

    private static async Task TakeBackAndDoAgainAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Làm lại" })).ToBeEnabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Làm lại" }).ClickAsync();
        await Expect(page.Locator(".design-steps")).ToContainTextAsync(Approver);
        await page.GetByTestId("open-publish").ClickAsync();
        await Expect(page.GetByTestId("differences")).ToContainTextAsync("3 ngày làm việc");
    }

    private async Task DryRunAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Chạy thử" }).ClickAsync();
        await PickAsync(page.Locator("#dia-ban"), "Xã Bàu Trâm");
        await PickAsync(page.Locator("#nguoi"), "Giang Minh Vượng");
        await FillTripAsync(page, "Xã Bàu Trâm", p => PickAsync(p.GetByLabel(Field), "Xe cơ quan"));
        await AxeAsync(page, "dry run, form");
        await page.GetByTestId("action-Submit").ClickAsync();
        await Expect(page.GetByTestId("dry-open")).ToContainTextAsync("Hoàng Ánh Dương");
        await Expect(page.GetByTestId("saved").First).ToHaveTextAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đến mốc tiếp theo" }).ClickAsync();
        await Expect(page.GetByTestId("dry-log")).ToContainTextAsync("Đến giờ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lùi một việc" }).ClickAsync();
        await Expect(page.GetByTestId("dry-log")).Not.ToContainTextAsync("Đến giờ");
        await page.GetByTestId("dry-open").GetByRole(AriaRole.Button).Filter(new() { HasText = "Xem báo việc" }).ClickAsync();
        await Expect(page.GetByTestId("dry-step").GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("Xem báo việc");
        await NoSecretAsync(page.GetByTestId("dry-step"));
        await page.GetByTestId("dry-step").GetByTestId("action-Return").ClickAsync();
        await Expect(page.GetByTestId("errors").First).ToContainTextAsync("Chưa nêu lý do");
        await page.GetByTestId("dry-step").GetByTestId("action-Acknowledge").ClickAsync();
        await Expect(page.GetByTestId("dry-log")).ToContainTextAsync("Hoàng Ánh Dương: Xem báo việc – Ghi nhận");
        await Expect(page.Locator("svg .node.done").First).ToBeVisibleAsync();
        await AxeAsync(page, "dry run");
    }

    private async Task MoveAsync(IPage page, string number)
    {
        await page.GotoAsync($"{portal.Address}/quan-tri/quy-trinh");
        await page.GetByTestId("field-trip").GetByRole(AriaRole.Link, new() { Name = "Chuyển hồ sơ" }).ClickAsync();
        await Expect(page.GetByTestId("migration")).ToContainTextAsync(number);
        await page.GetByLabel($"Chọn hồ sơ {number}").CheckAsync();
        await page.GetByTestId("do-migrate").ClickAsync();
        await Expect(page.Locator("#e-ly-do")).ToBeVisibleAsync();
        await AxeAsync(page, "migration");
        await page.Locator("#ly-do").FillAsync("Theo hạn mới của quy trình");
        await page.GetByTestId("do-migrate").ClickAsync();
        await Expect(page.GetByTestId("migration-state")).ToContainTextAsync("Đã chuyển 1 hồ sơ; 0 hồ sơ không chuyển được");
        await Expect(page.GetByTestId("migration").GetByText(number)).ToHaveCountAsync(0);
    }

    private async Task MeetAsync(IPage member, string stays, string moves)
    {
        foreach (var (number, isNew) in new[] { (stays, false), (moves, true) })
        {
            await member.GotoAsync($"{portal.Address}/ho-so/{number.Replace('/', '-')}");
            await member.GetByRole(AriaRole.Tab, new() { Name = "Sơ đồ" }).ClickAsync();
            await Expect(member.Locator("svg .node").Filter(new() { HasText = "ba ngày" })).ToHaveCountAsync(isNew ? 1 : 0);
        }

        // Whoever starts one now is asked the new question, on its page: without an answer nobody goes on, and nothing is sent.
        await member.GotoAsync($"{portal.Address}/bat-dau/field-trip");
        await FillTripAsync(member, "Xã Bàu Trâm", async p =>
        {
            foreach (var button in new[] { "next", "action-Submit" })
            {
                await p.GetByTestId(button).ClickAsync();
                await Expect(p.GetByTestId("errors")).ToBeVisibleAsync();
                await Expect(p.Locator("#f-extra-PhuongTienDiLai")).ToContainTextAsync("Chưa nhập");
            }

            await Expect(p.GetByTestId("sent")).ToHaveCountAsync(0);
            await PickAsync(p.GetByLabel(Field), "Xe cá nhân");
        });
        await Expect(member.Locator(".check-page").Last).ToContainTextAsync("Xe cá nhân");
        await SendAsync(member, "Submit");
    }

    private async Task ExportAsync(IPage page)
    {
        await page.GotoAsync($"{portal.Address}/quan-tri/quy-trinh/field-trip-v2");
        var download =
            await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tải tệp Elsa (JSON)" }).ClickAsync());
        var file = await download.PathAsync();
        await page.GotoAsync($"{portal.Address}/quan-tri/quy-trinh");
        var json = Path.ChangeExtension(file, ".json");
        File.Copy(file, json, overwrite: true);
        await page.GetByTestId("field-trip").Locator("input[type=file]").SetInputFilesAsync(json);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("phiên bản 3");
        await page.GetByTestId("open-publish").ClickAsync();
        await Expect(page.GetByTestId("publish")).ToContainTextAsync("Không có khác biệt.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ bản nháp" }).ClickAsync();
        await AgreeAsync(page);
        await Expect(page.GetByTestId("field-trip")).ToBeVisibleAsync();
    }

    // The shipped version takes the new cases again: asked for by one, done by another, each with a reason.
    private async Task BackAsync(IPage page, IPage second)
    {
        await AskBackAsync(page, "Chờ người thứ hai cho dùng lại");
        await second.GotoAsync($"{portal.Address}/quan-tri/quy-trinh");
        await AskBackAsync(second, "Đang dùng");
    }

    private static async Task AskBackAsync(IPage page, string state)
    {
        await page.GetByTestId("field-trip").GetByRole(AriaRole.Button, new() { Name = "Dùng lại cho hồ sơ mới" }).ClickAsync();
        await page.Locator("#ly-do").FillAsync("Trở lại phiên bản đi kèm");
        await page.GetByTestId("confirm-switch").ClickAsync();
        await Expect(page.GetByTestId("field-trip").Locator("tr").Filter(new() { HasText = "phiên bản 1" })).ToContainTextAsync(state);
    }

    private static async Task StepAsync(IPage page, string title)
    {
        await page.Locator(".step-link").Filter(new() { HasTextRegex = new($"(: |^\\s*){Regex.Escape(title)}") }).First.ClickAsync();
        await Expect(page.GetByTestId("step-panel").GetByRole(AriaRole.Heading, new() { Level = 2 })).ToContainTextAsync(title);
    }

    private static async Task InsertAsync(IPage page, string port, string pattern, string title)
    {
        var steps = await page.Locator(".step-link").CountAsync();
        await ChooseAsync(page.Locator("#them-sau"), port);
        await ChooseAsync(page.Locator("#them-gi"), pattern);
        await page.GetByTestId("insert").ClickAsync();
        await Expect(page.Locator(".step-link")).ToHaveCountAsync(steps + 1);
        await Expect(page.GetByTestId("step-panel").GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(title);
    }

    private static Task StoredAsync(IPage page) => Expect(page.GetByTestId("saved")).ToContainTextAsync("Đã lưu lúc");

    private static async Task NoOverflowAsync(IPage page) =>
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));

    private static async Task AxeAsync(IPage page, string where)
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page).ToHaveTitleAsync(new Regex(".+"));
        var found = await page.RunAxe();
        var wrong = found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{where}: {v.Id}: {v.Nodes[0].Html}");
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
    }
}
