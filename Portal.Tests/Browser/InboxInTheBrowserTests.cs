using System.Net.Http.Json;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>A leader works through the inbox without the mouse.</summary>
public class InboxInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task The_first_one_is_open_J_and_H_go_from_task_to_task_one_key_decides_and_the_next_one_opens()
    {
        var member = await portal.ApiAsync("quy.pc");
        foreach (var area in new[] { "A021", "A022", "A023" })
        {
            var form = FormInput.ToJson(Trips.NoticeAhead(area) with { ParticipantIds = [Trips.Lead], TripLeaderId = Trips.Lead });
            (await member.PostAsJsonAsync("cases", new { process = "field-trip", outcome = "Submit", form })).EnsureSuccessStatusCode();
        }

        var page = await Windows.SignInAsync(portal, "duong.ha");
        await OpenInboxAsync(portal, page);
        await Expect(page.Locator(".beside .crumb")).ToBeVisibleAsync();
        await page.GetByTestId("filters").ClickAsync();
        await ChooseAsync(page.Locator("#sap"), "Newest");
        var rows = page.GetByTestId("task-row");
        await Expect(rows.First).ToContainTextAsync("Xã Khe Dâu");
        var crumb = page.Locator(".beside .crumb");

        // While somebody types, letters are letters.
        await page.Locator("main").GetByLabel("Tìm").PressSequentiallyAsync("khe j");
        await Expect(page.GetByTestId("total")).ToHaveTextAsync("0 việc");
        await Expect(crumb).ToHaveCountAsync(0);
        await page.Locator("main").GetByLabel("Tìm").FillAsync("");
        await Expect(rows.First).ToContainTextAsync("Xã Khe Dâu");
        await page.Locator("h1").FocusAsync();

        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByText("việc tiếp theo")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("?");
        await Expect(page.GetByText("việc tiếp theo")).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("j");
        await Expect(crumb).ToContainTextAsync("Xã Khe Dâu");
        await page.Keyboard.PressAsync("j");
        await Expect(crumb).ToContainTextAsync("Xã Khe Mít");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".beside").GetByTestId("action-Acknowledge")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("g");

        await Expect(crumb).ToContainTextAsync("Xã Suối Khoan");
        await page.Keyboard.PressAsync("h");
        await Expect(crumb).ToContainTextAsync("Xã Khe Dâu");

        // What needs words opens the form, at the question that comes before them.
        await page.Keyboard.PressAsync("t");
        await NoSecretAsync(page.GetByTestId("task-panel"));
        await page.GetByTestId("action-Return").ClickAsync();
        await Expect(page.GetByTestId("errors")).ToContainTextAsync("Chưa nêu lý do");
    }
}
