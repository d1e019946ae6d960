using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portal.Domain.Forms;
using Portal.Domain.Reviews;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>A review cycle from its opening to the official rating, with the people of group, department, leadership and records office
/// signed in at once.</summary>
public class ReviewInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task A_cycle_is_opened_proposed_consulted_raced_for_passed_sent_and_rated()
    {
        var coordinator = await Windows.SignInAsync(portal, "hang.ctl");
        var cycle = await OpenCycleAsync();
        var head = await Windows.SignInAsync(portal, "nhan.dk");
        await OpenStepAsync(portal, head, cycle, "Duyệt mở kỳ kiểm điểm");
        await NoSecretAsync(head);
        await SendAsync(head, "OpenCycle");

        var number = await NumberOfTheAreaAsync(coordinator);
        await GiveNoOpinionsAsync(number);
        var lead = await Windows.SignInAsync(portal, "quy.pc");
        await ProposeAsync(lead, number);
        await AdviseAsync(await Windows.SignInAsync(portal, "uoc.nd", 390, 844), number);
        await FinalizeAsync(lead, number);
        var leader = await Windows.SignInAsync(portal, "duong.ha");
        await RaceForTheDecisionAsync(leader, await Windows.SignInAsync(portal, "uyen.ttm"), number);
        await CompileDossierAsync(coordinator, cycle);
        await PassFromTheInboxAsync(head, number);
        await RecordTheOutcomeAsync(coordinator, cycle, number);
        await IssueAsync(await Windows.SignInAsync(portal, "thao.ltb"), number);
        await FollowUpAsync(lead, number);
        await OpenStepAsync(portal, leader, number, "Xem tham mưu kết luận");
        await NoSecretAsync(leader);
        await SendAsync(leader, "AgreeToAdvice");
        await OpenStepAsync(portal, head, number, "Kết luận của Ban");
        await NoSecretAsync(head);
        await SendAsync(head, "Conclude");
        await RateAndCloseAsync(coordinator, cycle, number);
    }

    private async Task<string> NumberOfTheAreaAsync(IPage coordinator)
    {
        await coordinator.GotoAsync($"{portal.Address}/kiem-diem");
        await Expect(coordinator.Locator("main")).ToContainTextAsync("Xã Bàu Trâm");
        await coordinator.GetByRole(AriaRole.Link, new() { Name = "Xã Bàu Trâm" }).ClickAsync();
        await coordinator.WaitForURLAsync("**/ho-so/GY-*");
        return Portal.Web.Shared.Routes.NumberOf(coordinator.Url[(coordinator.Url.LastIndexOf('/') + 1)..]);
    }

    private async Task GiveNoOpinionsAsync(string number)
    {
        foreach (var login in new[] { "vuong.gm", "sau.lv" })
        {
            var member = await Windows.SignInAsync(portal, login, 390, 844);
            await OpenStepAsync(portal, member, number, "Góp ý của thành viên");
            await NoSecretAsync(member);
            if (login == "sau.lv")
            {
                // An opinion without anything in it is asked for, or for "no opinion".
                await member.GetByTestId("action-Submit").ClickAsync();
                await Expect(member.GetByTestId("errors")).ToContainTextAsync("Nêu ít nhất một vấn đề");
            }

            await SendAsync(member, "NoOpinion");
        }

        await LastMemberAsync(number);
    }

    // The lead proposes; a suggestion without evidence is stopped at its field, and nothing typed is lost.
    private async Task ProposeAsync(IPage lead, string number)
    {
        await OpenStepAsync(portal, lead, number, "Xây dựng đề xuất");
        await NoSecretAsync(lead);
        await lead.Locator("[data-field='suggestions[0].subjectName'] input").FillAsync("Ban Thường vụ Đảng ủy xã");
        await lead.Locator("[data-field='suggestions[0].domain'] input[type=radio]").First.CheckAsync();
        await lead.Locator("[data-field='suggestions[0].matter'] textarea").FillAsync("Chậm rà soát quy hoạch cán bộ");
        await lead.Locator("[data-field='suggestions[0].suggestedText'] textarea")
            .FillAsync("Đề nghị kiểm điểm làm rõ nguyên nhân chậm rà soát quy hoạch");
        await lead.Locator("[data-field='suggestions[0].clarifyCause'] input").CheckAsync();
        await lead.GetByTestId("next").ClickAsync();
        await Expect(lead.GetByTestId("errors")).ToContainTextAsync("căn cứ");
        await Expect(lead.Locator("[data-field='suggestions[0].matter'] textarea")).ToHaveValueAsync("Chậm rà soát quy hoạch cán bộ");
        await lead.Locator("[data-field='suggestions[0].evidence'] textarea").FillAsync("Báo cáo chuyến công tác");
        await lead.GetByTestId("next").ClickAsync();
        await lead.Locator("[data-field='rating.level']").GetByLabel("Hoàn thành tốt nhiệm vụ").CheckAsync();
        await lead.Locator("[data-field='rating.justification'] textarea").FillAsync("Hoàn thành các nhiệm vụ chủ yếu");
        await lead.GetByTestId("next").ClickAsync();
        await lead.GetByTestId("next").ClickAsync();
        await SendAsync(lead, "Consult");
    }

    // The department, on a phone, sees what it is asked about and nothing else.
    private async Task AdviseAsync(IPage department, string number)
    {
        await OpenStepAsync(portal, department, number, "Cho ý kiến chuyên môn");
        await Expect(department.Locator("main")).ToContainTextAsync("Chậm rà soát quy hoạch cán bộ");
        await NoSecretAsync(department);
        await department.Locator("[data-field='comment'] textarea").First.FillAsync("Đề nghị bổ sung số liệu cụ thể");
        await SendAsync(department, "AgreeWithChange");
    }

    private async Task FinalizeAsync(IPage lead, string number)
    {
        await OpenStepAsync(portal, lead, number, "Hoàn thiện, trình lãnh đạo phụ trách");
        await NoSecretAsync(lead);
        await Expect(lead.Locator("main")).ToContainTextAsync("bổ sung số liệu cụ thể");
        await lead.GetByTestId("next").ClickAsync();
        await lead.GetByTestId("next").ClickAsync();
        await lead.Locator("[data-field='handling[0].handling']").GetByLabel("Tiếp thu", new() { Exact = true }).CheckAsync();
        await lead.GetByTestId("next").ClickAsync();
        await lead.GetByTestId("next").ClickAsync();
        await SendAsync(lead, "Submit");
    }

    // The leader in charge and the deputy who stands in race; the second is told who was first and keeps the text.
    private async Task RaceForTheDecisionAsync(IPage leader, IPage deputy, string number)
    {
        await SubstituteAsync(leader, deputy);
        foreach (var page in new[] { leader, deputy })
        {
            await OpenStepAsync(portal, page, number, "Xem xét đề xuất");
            await NoSecretAsync(page);
        }

        await leader.Locator("[data-field='opinion'] textarea").FillAsync("Đề nghị nhóm bổ sung căn cứ");
        await deputy.GetByTestId("action-AgreeToDossier").ClickAsync();
        await Expect(deputy.GetByTestId("sent")).ToBeVisibleAsync();
        await leader.GetByTestId("action-Return").ClickAsync();
        await Expect(leader.GetByTestId("errors")).ToContainTextAsync("Trịnh Thị Minh Uyên");
        await Expect(leader.Locator("[data-field='opinion'] textarea")).ToHaveValueAsync("Đề nghị nhóm bổ sung căn cứ");
        await leader.GotoAsync($"{portal.Address}/vang-mat");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Thôi ủy quyền" }).First.ClickAsync();
        await AgreeAsync(leader);
    }

    // The dossier, on screen and as a file.
    private async Task CompileDossierAsync(IPage coordinator, string cycle)
    {
        await OpenStepAsync(portal, coordinator, cycle, "Tổng hợp hồ sơ");
        await NoSecretAsync(coordinator);
        await SendAsync(coordinator, "SubmitDossier");
        await coordinator.GotoAsync($"{portal.Address}/kiem-diem/{TestClock.Now.Year}/ho-so");
        await Expect(coordinator.Locator("main")).ToContainTextAsync("Đề xuất: Hoàn thành tốt nhiệm vụ");
        var download = await coordinator.RunAndWaitForDownloadAsync(() =>
            coordinator.GetByRole(AriaRole.Button, new() { Name = "Hồ sơ tổng hợp (Word)" }).ClickAsync());
        Assert.Equal($"ho-so-goi-y-kiem-diem-{TestClock.Now.Year}.docx", download.SuggestedFilename);
        var axe = await coordinator.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions
            {
                Type = "tag",
                Values = ["wcag2a", "wcag2aa", "wcag21aa"]
            }
        });
        Assert.Empty(axe.Violations.Select(v => $"{v.Id}: {v.Help}"));
    }

    // The collective passes it from the inbox, several at once if there were several.
    private async Task PassFromTheInboxAsync(IPage head, string number)
    {
        await head.GotoAsync($"{portal.Address}/viec");
        await head.Locator("main").GetByLabel("Tìm").FillAsync(number);
        await Expect(head.GetByTestId("total")).ToHaveTextAsync("1 việc");
        await head.Locator(".inbox-list .pick").CheckAsync();
        var bulk = head.GetByTestId("bulk");
        await bulk.GetByLabel("Thông qua", new() { Exact = true }).CheckAsync();
        await bulk.GetByTestId("bulk-send").ClickAsync();
        await Expect(bulk).ToContainTextAsync("bí mật nhà nước");
        await bulk.GetByTestId("no-secrets").CheckAsync();
        await bulk.GetByTestId("bulk-send").ClickAsync();
        await Expect(head.GetByText("Đã xử lý 1 trong 1 việc.")).ToBeVisibleAsync();
    }

    private async Task RecordTheOutcomeAsync(IPage coordinator, string cycle, string number)
    {
        await OpenStepAsync(portal, coordinator, cycle, "Trình Ban Thường vụ Tỉnh ủy");
        await NoSecretAsync(coordinator);
        await SendAsync(coordinator, "Sent");
        await OpenStepAsync(portal, coordinator, number, "Ghi kết quả Ban Thường vụ");
        await NoSecretAsync(coordinator);
        await DayAsync(coordinator, "documentDate");
        await coordinator.Locator("[data-field='suggestions[0].outcome']").GetByLabel("Duyệt", new() { Exact = true }).CheckAsync();
        await SendAsync(coordinator, "Recorded");
    }

    private async Task IssueAsync(IPage clerk, string number)
    {
        await OpenStepAsync(portal, clerk, number, "Ban hành, gửi gợi ý");
        Assert.DoesNotContain("Chậm rà soát", await clerk.ContentAsync(), StringComparison.Ordinal);
        await NoSecretAsync(clerk);
        await clerk.Locator("[data-field='documentNumber'] input").FillAsync("15-CV/TU");
        await DayAsync(clerk, "documentDate");
        await DayAsync(clerk, "sentOn");
        await SendAsync(clerk, "Issued");
    }

    private async Task FollowUpAsync(IPage lead, string number)
    {
        await OpenStepAsync(portal, lead, number, "Theo dõi kiểm điểm tại đơn vị");
        await NoSecretAsync(lead);
        await DayAsync(lead, "heldOn");
        await SendAsync(lead, "Held");
        await OpenStepAsync(portal, lead, number, "Đánh giá giải trình, tham mưu kết luận");
        await NoSecretAsync(lead);
        await lead.Locator("[data-field='suggestions[0].explanation'] textarea").FillAsync("Đơn vị nhận khuyết điểm, nêu rõ nguyên nhân");
        await lead.Locator("[data-field='suggestions[0].assessment']").GetByLabel("Chấp nhận", new() { Exact = true }).CheckAsync();
        await lead.Locator("[data-field='suggestions[0].reason'] textarea").FillAsync("Giải trình rõ, có biện pháp");
        await lead.Locator("[data-field='remark'] textarea").FillAsync("Đơn vị kiểm điểm nghiêm túc");
        await SendAsync(lead, "Submit");
    }

    private async Task RateAndCloseAsync(IPage coordinator, string cycle, string number)
    {
        await OpenStepAsync(portal, coordinator, number, "Ghi mức xếp loại chính thức");
        await NoSecretAsync(coordinator);
        await coordinator.Locator("[data-field='level']").GetByLabel("Hoàn thành nhiệm vụ", new() { Exact = true }).CheckAsync();
        await coordinator.Locator("[data-field='documentNumber'] input").FillAsync("20-QĐ/TU");
        await DayAsync(coordinator, "documentDate");
        await SendAsync(coordinator, "Recorded");

        // The official level differs from the proposal, and is shown so.
        await coordinator.GotoAsync($"{portal.Address}/kiem-diem/{TestClock.Now.Year}/ho-so");
        await Expect(coordinator.Locator("main")).ToContainTextAsync("Chính thức: Hoàn thành nhiệm vụ (khác đề xuất)");
        await OpenStepAsync(portal, coordinator, cycle, "Đóng kỳ kiểm điểm");
        await SendAsync(coordinator, "CloseCycle");
    }

    private async Task<string> OpenCycleAsync()
    {
        // The calendar lies ahead: no time runs out while the test goes.
        var today = TestClock.Today;
        var form = FormInput.ToJson(Reviews.Cycle(
            "A018") with
        { Year = today.Year, ReferenceDate = today, Calendar = ReviewCalendar.Of(today.Year + 1) });
        var api = await portal.ApiAsync("hang.ctl");
        var answer = await api.PostAsJsonAsync("cases", new { process = "review-suggestion-annual", outcome = "Submit", form });
        answer.EnsureSuccessStatusCode();
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["number"]!;
    }

    private async Task LastMemberAsync(string number)
    {
        var api = await portal.ApiAsync("cuong.dm");
        var tasks = (await api.GetFromJsonAsync<JsonObject>("tasks"))!["items"]!.AsArray();
        var task = tasks.Single(t => (string?)t!["caseNumber"] == number)!;
        (await api.PostAsJsonAsync($"tasks/{task["id"]}/complete",
            new { outcome = "NoOpinion", form = FormInput.ToJson(Reviews.NoInput()) })).EnsureSuccessStatusCode();
    }

    private async Task SubstituteAsync(IPage leader, IPage deputy)
    {
        await leader.GotoAsync($"{portal.Address}/vang-mat");
        await leader.GetByLabel("Từ ngày").FillAsync($"{TestClock.Now:dd/MM/yyyy}");
        await leader.GetByLabel("Đến hết ngày").FillAsync($"{TestClock.Now.AddDays(1):dd/MM/yyyy}");
        await leader.GetByLabel("Lý do").FillAsync("Đi công tác");
        await PickAsync(leader.Locator("[data-field='delegateId'] input"), "Trịnh Thị Minh Uyên");
        await leader.GetByTestId("register").ClickAsync();
        await Expect(leader.GetByTestId("given").Filter(new() { HasText = "Trịnh Thị Minh Uyên" }))
            .ToContainTextAsync("Chờ người được ủy quyền nhận");
        await deputy.GotoAsync($"{portal.Address}/vang-mat");
        await deputy.GetByRole(AriaRole.Button, new() { Name = "Nhận ủy quyền" }).ClickAsync();
        await Expect(deputy.GetByTestId("received")).ToContainTextAsync("Đang có hiệu lực");
    }

    private static Task DayAsync(IPage page, string field) =>
        page.Locator($"[data-field='{field}'] input").FillAsync(TestClock.Now.ToString("dd/MM/yyyy"));
}
