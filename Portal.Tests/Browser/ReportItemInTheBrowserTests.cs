using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Đ5.1, Đ11: an item of an area with a member, the lead, the leader and the department's head signed in at once.</summary>
public class ReportItemInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task An_item_goes_from_who_enters_it_to_the_lead_the_leader_the_department_and_its_end()
    {
        // On a phone, in the area.
        var member = await Windows.SignInAsync(portal, "vuong.gm", 390, 844);
        var address = await EnterAsync(member);

        var lead = await Windows.SignInAsync(portal, "quy.pc");
        await ActAsync(lead, address, "Report", "Kính đề nghị đồng chí cho ý kiến");
        await Expect(lead.Locator("main")).ToContainTextAsync("Đã báo cáo");

        var leader = await Windows.SignInAsync(portal, "duong.ha");
        await leader.GotoAsync($"{portal.Address}/thong-bao");
        await leader.GetByTestId("notice").Filter(new() { HasText = "Báo cáo lãnh đạo" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await leader.GetByTestId("act-Release").ClickAsync();
        await NoSecretAsync(leader);
        await PickAsync(leader.Locator("[data-field='departmentId'] input"), "Phòng Tổ chức cán bộ");
        await leader.Locator("[data-field='words'] textarea").FillAsync("Phòng có ý kiến trước ngày 20");
        await leader.GetByTestId("action-ActOnItem").ClickAsync();
        await Expect(leader.Locator("main")).ToContainTextAsync("Chuyển phòng chuyên môn (Phòng Tổ chức cán bộ)");

        var department = await Windows.SignInAsync(portal, "uoc.nd");
        await department.GotoAsync(portal.Address);
        await department.GetByRole(AriaRole.Link, new() { Name = "Kiến nghị của địa bàn thuộc lĩnh vực phòng" }).ClickAsync();
        await Expect(Rows(department)).ToHaveCountAsync(1);
        await ActAsync(department, address, "Answer", "Phòng trình phương án điều động trong tháng");

        // The leader's page follows by itself.
        await Expect(leader.Locator("main")).ToContainTextAsync("Phòng trình phương án điều động trong tháng");
        await leader.GetByTestId("act-Resolve").ClickAsync();
        await NoSecretAsync(leader);
        await leader.GetByTestId("action-ActOnItem").ClickAsync();
        await Expect(leader.GetByTestId("errors")).ToContainTextAsync("Kết quả giải quyết");
        await leader.Locator("[data-field='words'] textarea").FillAsync("Đã bố trí đủ công chức");
        await leader.GetByTestId("action-ActOnItem").ClickAsync();
        await Expect(leader.Locator("main")).ToContainTextAsync("Đã giải quyết");
        await Expect(member.Locator("main")).ToContainTextAsync("Đã bố trí đủ công chức");
    }

    private async Task<string> EnterAsync(IPage member)
    {
        await member.GotoAsync($"{portal.Address}/noi-dung-theo-doi/moi");
        await NoSecretAsync(member);
        await PickAsync(member.Locator("[data-field='areaId'] input"), "Xã Bàu Nổi");
        await member.Locator("[data-field='kind']").GetByLabel("Khó khăn, vướng mắc").CheckAsync();
        await member.GetByLabel("Công chức, viên chức").CheckAsync();
        await member.Locator("[data-field='content'] textarea").FillAsync("Thiếu công chức văn phòng – thống kê từ đầu năm");
        await member.GetByTestId("action-EnterItem").ClickAsync();
        await Expect(member.GetByTestId("errors")).ToBeVisibleAsync();
        await member.Locator("[data-field='concernsPersonnel']").GetByLabel("Không").CheckAsync();
        await member.GetByTestId("action-EnterItem").ClickAsync();
        await Expect(member.Locator("h1")).ToContainTextAsync("Xã Bàu Nổi");
        return member.Url;
    }

    private static async Task ActAsync(IPage page, string address, string act, string words)
    {
        await page.GotoAsync(address);
        await page.GetByTestId($"act-{act}").ClickAsync();
        await NoSecretAsync(page);
        await page.Locator("[data-field='words'] textarea").FillAsync(words);
        await page.GetByTestId("action-ActOnItem").ClickAsync();
        await Expect(page.Locator(".history")).ToContainTextAsync(words);
    }
}
