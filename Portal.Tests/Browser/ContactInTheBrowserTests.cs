using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Đ9.1: a member notes a contact on a phone, the lead sees that it is to be followed up and settles it.</summary>
public class ContactInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task A_contact_is_noted_with_a_known_person_and_followed_up_by_the_lead()
    {
        var member = await Windows.SignInAsync(portal, "vuong.gm", 390, 844);
        await member.GotoAsync($"{portal.Address}/lien-he/moi");
        await NoSecretAsync(member);
        await PickAsync(member.Locator("[data-field='areaId'] input"), "Xã Bàu Nổi");
        await member.Locator("[data-field='contactPerson'] .suggestions button").First.ClickAsync();
        await Expect(member.Locator("[data-field='position'] input")).Not.ToHaveValueAsync("");
        await member.Locator("[data-field='channel']").GetByLabel("Điện thoại").CheckAsync();
        await member.GetByLabel("Công chức, viên chức").CheckAsync();
        await member.Locator("[data-field='subject'] input").FillAsync("Rà soát công chức văn phòng");
        await member.Locator("[data-field='followUp'] textarea").FillAsync("Nhận danh sách");
        await member.Locator("[data-field='concernsPersonnel']").GetByLabel("Không").CheckAsync();
        await member.GetByTestId("action-NoteFollowUp").ClickAsync();
        await Expect(member.GetByTestId("errors")).ToContainTextAsync("Có việc cần theo dõi tiếp thì nêu hạn");
        await member.Locator("[data-field='followUpDue'] input").First.FillAsync("+3");
        await member.GetByTestId("action-NoteFollowUp").ClickAsync();
        await Expect(member.Locator("h1")).ToContainTextAsync("Xã Bàu Nổi");

        var lead = await Windows.SignInAsync(portal, "quy.pc");
        await lead.GotoAsync($"{portal.Address}/lien-he?tinh-trang=Open");
        await Rows(lead).First.GetByRole(AriaRole.Link, new() { Name = "Rà soát công chức văn phòng" }).ClickAsync();
        await lead.GetByTestId("act-Settle").ClickAsync();
        await NoSecretAsync(lead);
        await lead.Locator("[data-field='words'] textarea").FillAsync("Đã nhận đủ danh sách");
        await lead.GetByTestId("action-ActOnItem").ClickAsync();
        await Expect(lead.Locator("main")).ToContainTextAsync("Đã nhận đủ danh sách");
        await Expect(lead.GetByTestId("act-Settle")).ToHaveCountAsync(0);
    }
}
