using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Lists: what they show stands in the address, is kept under a name, fits a phone.</summary>
public class ListsInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task No_day_that_stands_in_an_address_breaks_a_file()
    {
        var auditor = await Windows.SignInAsync(portal, "hoai.ct");
        foreach (var path in new[] { "/nhat-ky/xuat.xlsx?tu=", "/nhat-ky/xuat.xlsx?den=", "/chap-hanh/xuat.xlsx?thang=" })
        {
            foreach (var value in EveryScreen.MadeUp.Append("2026-11-01"))
            {
                var answer = await auditor.APIRequest.GetAsync(portal.Address + path + value);
                Assert.True(answer.Status < 500, $"{path}{value}: {answer.Status}");
            }
        }
    }

    [SkippableFact]
    public async Task Back_and_an_address_that_is_sent_show_the_same_rows()
    {
        var page = await Windows.SignInAsync(portal, "nhan.dk");
        await page.GotoAsync($"{portal.Address}/quan-tri/to-chuc/dia-ban");
        await page.GetByLabel("Cả mục đã kết thúc").CheckAsync();
        await Expect(page).ToHaveURLAsync(new Regex("da-ket-thuc=1"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Mã" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Mã" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Mã" })).ToHaveAttributeAsync("aria-sort", "descending");
        await page.GetByRole(AriaRole.Link, new() { Name = "Trang sau" }).ClickAsync();
        await Expect(page.Locator(".pager")).ToContainTextAsync("Trang 2/");
        await Expect(Rows(page)).ToHaveCountAsync(25);
        var rows = await Rows(page).AllInnerTextsAsync();
        Assert.Equal(rows.OrderDescending(StringComparer.Ordinal), rows);
        var address = page.Url;

        await Rows(page).First.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(Rows(page)).ToHaveCountAsync(0);
        await page.GoBackAsync();
        await ShownAsync(page);

        var other = await Windows.SignInAsync(portal, "tue.dt");
        await other.GotoAsync(address);
        await ShownAsync(other);

        // Another filter begins at its first page; Back goes to the rows before.
        await page.GetByLabel("Cả mục đã kết thúc").UncheckAsync();
        await Expect(page.Locator(".pager")).ToContainTextAsync("Trang 1/");
        Assert.DoesNotContain("trang=", page.Url, StringComparison.Ordinal);
        await page.GoBackAsync();
        await ShownAsync(page);

        async Task ShownAsync(IPage of)
        {
            await Expect(of.Locator(".pager")).ToContainTextAsync("Trang 2/");
            await Expect(of.GetByLabel("Cả mục đã kết thúc")).ToBeCheckedAsync();
            await Expect(Rows(of)).ToHaveCountAsync(25);
            Assert.Equal(rows, await Rows(of).AllInnerTextsAsync());
        }
    }

    [SkippableFact]
    public async Task What_is_searched_for_stays_out_of_the_address()
    {
        var page = await OpenCasesAsync();
        var all = await page.GetByTestId("total").InnerTextAsync();
        await page.Locator("#tim").FillAsync("khong co ho so nao nhu the");
        await Expect(page.GetByTestId("total")).Not.ToHaveTextAsync(all);
        Assert.DoesNotContain("khong", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhóm", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("sap=Group$"));
        await Expect(page.GetByTestId("total")).Not.ToHaveTextAsync(all);
        Assert.DoesNotContain("khong", page.Url, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Columns_are_chosen_and_a_view_is_kept_opened_and_deleted()
    {
        var page = await OpenCasesAsync();
        await page.GetByTestId("columns").ClickAsync();
        await page.GetByLabel("Nhóm", new() { Exact = true }).UncheckAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(4);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đóng" }).ClickAsync();
        await ChooseAsync(page.GetByLabel("Quy trình", new() { Exact = true }), "field-trip");
        await Expect(page).ToHaveURLAsync(new Regex("quy-trinh=field-trip"));
        await Expect(Rows(page).First).ToBeVisibleAsync();

        await page.GetByTestId("views").ClickAsync();
        await page.GetByTestId("save-view").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Chưa đặt tên");
        await page.GetByLabel("Tên cách xem").FillAsync("Chuyến đi");
        await page.GetByTestId("save-view").ClickAsync();
        await Expect(page.Locator(".views")).ToContainTextAsync("Chuyến đi");
        await AxeAsync(page);

        await page.GotoAsync($"{portal.Address}/ho-so");
        await Expect(page.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(5);
        await page.GetByTestId("views").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Chuyến đi", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(4);
        await Expect(page.GetByLabel("Quy trình", new() { Exact = true })).ToHaveValueAsync("Đi báo việc");

        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa cách xem Chuyến đi" }).ClickAsync();
        await Expect(page.Locator(".views li")).ToHaveCountAsync(0);
        await Expect(page.Locator(".mud-snackbar").Last).ToContainTextAsync("Đã xóa cách xem");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Expect(page.Locator(".views")).ToContainTextAsync("Chuyến đi");
    }

    [SkippableFact]
    public async Task Fields_of_a_filter_are_found_by_their_labels_and_worked_by_keyboard()
    {
        var page = await OpenCasesAsync();
        var state = page.GetByLabel("Tình trạng");
        await state.FocusAsync();

        // MudBlazor listens to keys a moment after the field is drawn.
        var list = page.Locator(".mud-popover-open");
        for (var tries = 0; tries < 4 && !await list.IsVisibleAsync(); tries++)
        {
            await page.Keyboard.PressAsync("Space");
            await Task.WhenAny(list.WaitForAsync(new() { Timeout = 5_000 }));
        }

        await Expect(list).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("tinh-trang=Open"));
        await page.GotoAsync($"{portal.Address}/nhat-ky");
        await PickAsync(page.GetByLabel("Người thực hiện"), "Phạm Công Quý");
        await Expect(page).ToHaveURLAsync(new Regex("nguoi=S"));
        await page.GetByLabel("Người thực hiện").FillAsync("");
        await Expect(page).Not.ToHaveURLAsync(new Regex("nguoi="));
    }

    [SkippableFact]
    public async Task On_a_phone_rows_are_cards_and_nothing_runs_over_the_edge()
    {
        await BeginTripAsync();
        var page = await Windows.SignInAsync(portal, "nhan.dk", 390, 844);
        foreach (var (path, opens) in new[]
        {
            ("/ho-so", "columns"), ("/ho-so?sap=-Number", "views"), ("/nhat-ky", "columns"), ("/quan-tri/to-chuc/can-bo?trang=2", "views"),
            ("/ke-hoach", ""), ("/quan-tri/lich-lam-viec", ""), ("/quan-tri/quy-trinh", ""),
        })
        {
            await page.GotoAsync(portal.Address + path);
            await Rows(page).First.WaitForAsync();
            Assert.Equal("block", await Rows(page).First.EvaluateAsync<string>("r => getComputedStyle(r).display"));
            if (opens.Length > 0)
            {
                await page.GetByTestId(opens).ClickAsync();
                await Expect(page.Locator(".tool-sheet")).ToBeVisibleAsync();
            }

            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
            await AxeAsync(page);
        }
    }

    [SkippableFact]
    public async Task What_nobody_asks_for_shows_the_list_as_it_comes()
    {
        var page = await OpenCasesAsync();
        var all = await page.GetByTestId("total").InnerTextAsync();
        await page.GotoAsync($"{portal.Address}/ho-so?sap=zz&trang=-1&cot=%3Cb%3E&tinh-trang=99");
        await Expect(page.GetByTestId("total")).ToHaveTextAsync(all);
        await Expect(page.GetByRole(AriaRole.Columnheader)).ToHaveCountAsync(5);
        await page.GotoAsync($"{portal.Address}/ho-so?quy-trinh=khong-co");
        await Expect(page.Locator(".list .empty")).ToContainTextAsync("Không có hồ sơ nào");
    }

    private async Task BeginTripAsync()
    {
        var api = await portal.ApiAsync("quy.pc");
        var begun = await api.PostAsJsonAsync(
            "cases", new { process = "field-trip", outcome = "Submit", form = FormInput.ToJson(Trips.NoticeAhead()) });
        Assert.True(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
    }

    private async Task<IPage> OpenCasesAsync()
    {
        await BeginTripAsync();
        var page = await Windows.SignInAsync(portal, "nhan.dk");
        await page.GotoAsync($"{portal.Address}/ho-so");
        await Rows(page).First.WaitForAsync();
        return page;
    }

    private static async Task AxeAsync(IPage page)
    {
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{page.Url} {v.Id}: {v.Nodes[0].Html}"));
    }
}
