using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

public class FieldTripInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task A_member_reports_a_trip_the_leader_sees_it_live_and_acknowledges_and_the_lead_records_the_contact()
    {
        var member = await Windows.SignInAsync(portal, "vuong.gm");
        var leader = await Windows.SignInAsync(portal, "duong.ha");
        var before = int.Parse(await leader.GetByTestId("task-count").InnerTextAsync());
        var number = await ReportTripAsync(portal, member, "Xã Bàu Trâm");

        // The leader's page follows without being reloaded.
        await Expect(leader.GetByTestId("task-count")).ToHaveTextAsync((before + 1).ToString());
        await OpenInboxAsync(portal, leader);
        await leader.Locator("main").GetByLabel("Tìm").FillAsync("bau tram");
        await leader.GetByTestId("task-row").Filter(new() { HasText = number }).ClickAsync();
        var panel = leader.GetByTestId("task-panel");
        await NoSecretAsync(panel);
        await panel.GetByTestId("action-Return").ClickAsync();
        await Expect(panel.GetByTestId("errors")).ToContainTextAsync("Chưa nêu lý do");
        await panel.GetByTestId("action-Acknowledge").ClickAsync();
        await Expect(leader.GetByText($"Đã xử lý hồ sơ {number}")).ToBeVisibleAsync();

        var lead = await Windows.SignInAsync(portal, "quy.pc");
        await OpenTaskAsync(lead, number);
        await NoSecretAsync(lead);
        var contacted = TestClock.Now.AddMinutes(-5);
        await lead.Locator("[data-field='contacts[0].at'] input").First.FillAsync($"{contacted:dd/MM/yyyy}");
        await lead.Locator("[data-field='contacts[0].at'] input").Nth(1).FillAsync($"{contacted:HH:mm}");
        await lead.GetByTestId("action-Contacted").ClickAsync();
        await Expect(lead.GetByTestId("sent")).ToContainTextAsync("Xác nhận khởi hành");

        await member.GotoAsync($"{portal.Address}/ho-so/{number.Replace('/', '-')}");
        await Expect(member.GetByTestId("waiting")).ToContainTextAsync("Xác nhận khởi hành");
        await member.GetByRole(AriaRole.Tab, new() { Name = "Sơ đồ" }).ClickAsync();
        await Expect(member.Locator("svg .node.now")).ToHaveCountAsync(1);
        await member.GetByRole(AriaRole.Tab, new() { Name = "Quá trình xử lý" }).ClickAsync();
        await Expect(member.Locator(".history")).ToContainTextAsync("Hoàng Ánh Dương – Xem báo việc: Ghi nhận");
    }

    [SkippableFact]
    public async Task Killed_in_the_middle_of_a_wizard_every_field_is_there_after_a_restart()
    {
        var page = await Windows.SignInAsync(portal, "cuong.dm");
        await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
        await NoSecretAsync(page);
        await page.GetByLabel("Xã Bàu Nổi").CheckAsync();
        await page.GetByLabel("Địa điểm").FillAsync("Nhà văn hóa xã Bàu Nổi, ấp Ổi");
        await page.GetByLabel("Địa bàn có việc").CheckAsync();
        await page.GetByLabel("Nói rõ").FillAsync("Chi bộ đề nghị làm việc gấp");
        await page.GetByLabel("Mục đích, nội dung").PressSequentiallyAsync("Nắm tình hình chi bộ ghép");
        await Expect(page.GetByTestId("saved")).ToContainTextAsync("Đã lưu nháp");
        await WaitForDraftAsync(page, "Nắm tình hình chi bộ ghép");

        await portal.KillAsync();
        await portal.StartAsync();
        await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
        await Expect(page.GetByLabel("Mục đích, nội dung")).ToHaveValueAsync("Nắm tình hình chi bộ ghép");
        await Expect(page.GetByLabel("Nói rõ")).ToHaveValueAsync("Chi bộ đề nghị làm việc gấp");
        await Expect(page.GetByLabel("Địa bàn có việc")).ToBeCheckedAsync();
        await Expect(page.GetByLabel("Địa điểm")).ToHaveValueAsync("Nhà văn hóa xã Bàu Nổi, ấp Ổi");
        await Expect(page.GetByLabel("Xã Bàu Nổi")).ToBeCheckedAsync();
    }

    [SkippableFact]
    public async Task Of_two_who_decide_at_once_one_wins_and_the_other_is_told_who_and_keeps_the_text()
    {
        var member = await Windows.SignInAsync(portal, "sau.lv");
        var number = await ReportTripAsync(portal, member, "Xã Suối Đục");
        var one = await Windows.SignInAsync(portal, "duong.ha");
        var two = await Windows.SignInAsync(portal, "duong.ha");
        foreach (var page in new[] { one, two })
        {
            await OpenTaskAsync(page, number);
            await NoSecretAsync(page);
        }

        await two.GetByLabel("Ý kiến", new() { Exact = false }).First.FillAsync("Ghi rõ hơn thành phần làm việc");
        await one.GetByTestId("action-Acknowledge").ClickAsync();
        await Expect(one.GetByTestId("sent")).ToBeVisibleAsync();
        await two.GetByTestId("action-Return").ClickAsync();
        await Expect(two.GetByTestId("errors")).ToContainTextAsync("Hoàng Ánh Dương đã xử lý (Ghi nhận)");
        await Expect(two.GetByLabel("Ý kiến", new() { Exact = false }).First).ToHaveValueAsync("Ghi rõ hơn thành phần làm việc");
    }

    [SkippableFact]
    public async Task A_state_secret_is_stopped_at_the_gate_and_nothing_of_it_is_kept()
    {
        var page = await Windows.SignInAsync(portal, "y.ld");
        await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
        await Expect(page.GetByLabel("Địa điểm")).ToBeHiddenAsync();
        await page.GetByTestId("next").ClickAsync();
        await Expect(page.GetByTestId("errors")).ToContainTextAsync("Chưa trả lời câu hỏi về bí mật nhà nước");
        await page.GetByLabel("Có", new() { Exact = true }).CheckAsync();
        await Expect(page.GetByTestId("stub")).ToBeVisibleAsync();
        await page.GetByLabel("Người giữ").FillAsync("Văn thư");
        await page.GetByTestId("next").ClickAsync();
        await Expect(page.GetByTestId("errors")).ToContainTextAsync("Nơi lưu");
    }

    [SkippableFact]
    public async Task Nothing_is_asked_of_any_other_server_and_axe_finds_nothing_serious()
    {
        var page = await Windows.SignInAsync(portal, "tan.kv");
        var strangers = new List<string>();
        page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(portal.Address, StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal)
                && !r.Url.StartsWith("ws://127.0.0.1", StringComparison.Ordinal))
            {
                strangers.Add(r.Url);
            }
        };
        var number = await ReportTripAsync(portal, page, "Xã Gò Nổi");
        foreach (var (path, ready) in new[]
        {
            ("/", "h1"), ("/viec", "h1"), ("/ho-so", "table"), ("/quy-che", ".clause"), ("/vang-mat", "[data-testid=register]"),
            ("/nhat-ky", "table"), ("/ke-hoach", "table"), ("/bat-dau/field-trip", "[data-testid=wizard]"),
            ("/bat-dau/meeting-attendance", "[data-testid=wizard]"), ($"/ho-so/{number.Replace('/', '-')}", ".submission"),
        })
        {
            await page.GotoAsync(portal.Address + path);
            await page.Locator(ready).First.WaitForAsync();
            for (var stop = 0; stop < 20; stop++)
            {
                // Whoever works by keyboard sees where they are.
                await page.Keyboard.PressAsync("Tab");
                Assert.Equal("", await page.EvaluateAsync<string>("""
                    (e => e.tabIndex < 0 || e === document.body || e.closest('.file-button') || getComputedStyle(e).outlineStyle !== 'none'
                        ? ''
                        : e.outerHTML.slice(0, 120))(document.activeElement)
                    """));
            }

            foreach (var dark in new[] { false, true })
            {
                if (dark)
                {
                    await page.GetByLabel("Giao diện tối").ClickAsync();
                    await Expect(page.GetByLabel("Giao diện sáng")).ToBeVisibleAsync();
                }

                // Nothing but the colours is another in the dark.
                var found = dark
                    ? await page.RunAxe(
                        new Deque.AxeCore.Commons.AxeRunOptions { RunOnly = Deque.AxeCore.Commons.RunOnlyOptions.Rules("color-contrast") })
                    : await page.RunAxe();
                Assert.Empty(found.Violations
                    .Where(v => v.Impact is "serious" or "critical")
                    .Select(v => $"{path} {(dark ? "dark " : "")}{v.Id}: {v.Nodes[0].Html}"));
            }

            await page.GetByLabel("Giao diện sáng").ClickAsync();
            await Expect(page.GetByLabel("Giao diện tối")).ToBeVisibleAsync();
        }

        Assert.Empty(strangers);
    }

    [SkippableFact]
    public async Task On_a_phone_nothing_runs_over_the_edge_and_English_is_complete()
    {
        var page = await Windows.SignInAsync(portal, "quy.pc", 390, 844);
        await page.GotoAsync($"{portal.Address}/ngon-ngu?c=en-GB");
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Welcome") })).ToBeVisibleAsync();
        foreach (var path in new[] { "/", "/viec", "/ho-so", "/vang-mat", "/nhat-ky", "/ke-hoach", "/bat-dau/field-trip",
            "/bat-dau/meeting-attendance" })
        {
            await page.GotoAsync(portal.Address + path);
            await page.Locator("h1").WaitForAsync();
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        }
    }

    private async Task OpenTaskAsync(IPage page, string number)
    {
        await page.GotoAsync($"{portal.Address}/ho-so/{number.Replace('/', '-')}");
        await page.Locator(".case-actions a.mud-button-filled").First.ClickAsync();
        await page.GetByTestId("task-panel").WaitForAsync();
    }

    // The draft is written a moment after the last key: the page tells when, the reload proves what.
    private static async Task WaitForDraftAsync(IPage page, string text)
    {
        await Expect(page.GetByLabel("Mục đích, nội dung")).ToHaveValueAsync(text);
        await page.GetByLabel("Tổ chức đảng, đảng viên").CheckAsync();
        await page.GetByTestId("next").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bổ sung" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Quay lại" }).ClickAsync();
        await Expect(page.GetByLabel("Mục đích, nội dung")).ToBeVisibleAsync();
    }
}
