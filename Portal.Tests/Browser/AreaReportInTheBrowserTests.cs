using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>S-01: the report of a month with two members, the lead and the leader in charge signed in at once.</summary>
public class AreaReportInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    private const string Own = "Xã Bàu Nổi";

    [SkippableFact]
    public async Task A_member_writes_it_on_a_phone_the_lead_sends_it_on_with_others_and_the_leader_notes_it_and_directs()
    {
        var member = await Windows.SignInAsync(portal, "vuong.gm", 390, 844);
        await OpenAsync(member, Own, "Lập báo cáo tháng");
        await NoSecretAsync(member.GetByTestId("task-panel"));

        // What the records say stands there; what is missing is said at its place, and nothing typed is lost.
        var general = member.Locator("[data-field='general'] textarea");
        await Expect(general).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("Trong tháng"));
        await general.FillAsync("Tình hình tổ chức đảng của xã ổn định");
        await member.GetByTestId("next").ClickAsync();
        await Expect(member.GetByTestId("errors")).ToContainTextAsync("Kết quả theo lĩnh vực");
        await Expect(general).ToHaveValueAsync("Tình hình tổ chức đảng của xã ổn định");
        await member.Locator("[data-field='results'] .add").ClickAsync();
        await member.Locator("[data-field='results[0].domain']").GetByLabel("Tổ chức đảng, đảng viên").CheckAsync();
        await member.Locator("[data-field='results[0].text'] textarea").FillAsync("Kết nạp 02 đảng viên");
        await member.GetByTestId("next").ClickAsync();
        await member.Locator("[data-field='concernsPersonnel']").GetByLabel("Không").CheckAsync();
        await LateAsync(member);
        await member.GetByTestId("next").ClickAsync();
        await SendAsync(member, "Submit");

        // Another has nothing to report: one press where it is in time.
        var other = await Windows.SignInAsync(portal, "sau.lv");
        await OpenAsync(other, "Xã Bàu Trâm", "Lập báo cáo tháng");
        await other.GetByTestId("other-NothingToReport").ClickAsync();
        var asked = other.GetByRole(AriaRole.Heading, new() { Name = "Không phát sinh" });
        await Expect(other.GetByTestId("sent").Or(asked)).ToBeVisibleAsync();
        if (await other.GetByTestId("sent").CountAsync() == 0)
        {
            await NoSecretAsync(other.GetByTestId("task-panel"));
            await other.Locator("[data-field='opinion'] textarea").FillAsync("Chờ số liệu của xã");
            await SendAsync(other, "NothingToReport");
        }

        var lead = await Windows.SignInAsync(portal, "quy.pc");
        await OpenAsync(lead, Own, "Kiểm tra báo cáo tháng");
        await Expect(lead.GetByTestId("task-panel")).ToContainTextAsync("Kết nạp 02 đảng viên");
        await SendAsync(lead, "Forward");

        var leader = await Windows.SignInAsync(portal, "duong.ha");
        await OpenAsync(leader, Own, "Xem báo cáo tháng");
        await Expect(leader.GetByTestId("task-panel")).ToContainTextAsync("Tình hình tổ chức đảng của xã ổn định");
        await SendAsync(leader, "Acknowledge");
        await leader.GotoAsync($"{portal.Address}/bao-cao-thang?tinh-trang=Closed");
        await Expect(leader.GetByTestId("list")).ToContainTextAsync(Own);
        var area = await leader.GetByTestId("list").GetByRole(AriaRole.Link, new() { Name = Own }).GetAttributeAsync("href");
        Assert.StartsWith("/ho-so/BC-", area, StringComparison.Ordinal);
        string[] files = ["bao-cao-thang/tong-hop.docx", "bao-cao-thang/tong-hop.xlsx?thang=2026-10-01", "dia-ban/A017/tom-tat.docx"];
        foreach (var file in files)
        {
            var answer = await leader.APIRequest.GetAsync($"{portal.Address}/{file}");
            Assert.True(answer.Ok, $"{file}: {answer.Status}");
            Assert.Equal((byte)'P', (await answer.BodyAsync())[0]);
        }
    }

    private async Task OpenAsync(IPage page, string area, string step)
    {
        await page.GotoAsync($"{portal.Address}/bao-cao-thang");
        await page.GetByTestId("list").GetByRole(AriaRole.Link, new() { Name = area }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync(area);
        await page.Locator(".case-actions a").Filter(new() { HasText = step }).First.ClickAsync();
        await page.GetByTestId("task-panel").WaitForAsync();
    }

    // After the third working day of a month the report says why it is late.
    private static async Task LateAsync(IPage page)
    {
        var reason = page.Locator("[data-field='lateReason'] textarea");
        if (await reason.CountAsync() > 0)
        {
            await reason.FillAsync("Chờ số liệu của xã");
        }
    }
}
