using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>A question without a return, from whom it is asked of to whom it is answered; and a step that is put off.</summary>
public class QuestionsInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task A_leader_asks_a_member_who_answers_on_the_case_and_the_leader_puts_the_step_off()
    {
        var member = await Windows.SignInAsync(portal, "vuong.gm");
        var number = await ReportTripAsync(portal, member, "Xã Bàu Nổi");
        var leader = await Windows.SignInAsync(portal, "duong.ha");
        await OpenStepAsync(portal, leader, number, "Xem báo việc");
        await leader.GetByTestId("arrange-ask").ClickAsync();
        var form = leader.GetByTestId("question-form");
        await PickAsync(form.Locator("#hoi-ai"), "Giang Minh Vượng");
        await form.Locator("#hoi-gi").FillAsync("Đã báo cấp ủy xã chưa");
        await form.GetByText("Nội dung này không thuộc danh mục").ClickAsync();
        await form.GetByTestId("question-send").ClickAsync();
        await Expect(leader.GetByTestId("question")).ToContainTextAsync("Chưa trả lời");

        await member.GotoAsync($"{portal.Address}/viec");
        await Expect(member.GetByTestId("my-questions")).ToContainTextAsync("Đã báo cấp ủy xã chưa");
        await member.GetByTestId("my-questions").GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await Expect(member.GetByTestId("waiting")).ToContainTextAsync("trả lời câu hỏi");
        var asked = member.GetByTestId("question").First;
        await asked.GetByLabel("Trả lời").FillAsync("Đã báo sáng nay");
        await asked.GetByText("Nội dung này không thuộc danh mục").ClickAsync();
        await asked.GetByTestId("answer-send").ClickAsync();
        await Expect(member.GetByTestId("waiting")).Not.ToContainTextAsync("trả lời câu hỏi");

        await OpenStepAsync(portal, leader, number, "Xem báo việc");
        await Expect(leader.GetByTestId("question")).ToContainTextAsync("Đã báo sáng nay");
    }
}
