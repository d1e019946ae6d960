using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>A meeting from the invitation to the acknowledged notes, with the people of one group, their leader and his substitute signed
/// in at once.</summary>
public class MeetingInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task The_records_office_registers_the_lead_proposes_two_deciders_race_and_the_group_reads_the_notes()
    {
        var leader = await Windows.SignInAsync(portal, "duong.ha");
        var deputy = await Windows.SignInAsync(portal, "nhan.dk");
        await SubstituteAsync(leader, deputy);

        var clerk = await Windows.SignInAsync(portal, "thao.ltb");
        var number = await RegisterAsync(clerk);
        await clerk.GotoAsync($"{portal.Address}/ho-so/{number.Replace('/', '-')}");
        await Expect(clerk.GetByTestId("waiting")).ToContainTextAsync("Đề xuất người dự");

        var lead = await Windows.SignInAsync(portal, "quy.pc");
        await SendMemberAsync(lead, number);
        await RaceForConsentAsync(leader, deputy, number);

        // The attendee, on a phone.
        var attendee = await Windows.SignInAsync(portal, "vuong.gm", 390, 844);
        await AttendAsync(attendee, number);
        await WriteNotesAsync(attendee, number);
        await ReadInTheGroupAsync(await Windows.SignInAsync(portal, "sau.lv"), number);
        await clerk.GotoAsync($"{portal.Address}/ho-so/{number.Replace('/', '-')}");
        await Expect(clerk.Locator("h1")).ToBeVisibleAsync();
        Assert.DoesNotContain("đề án chi bộ ghép", await clerk.ContentAsync(), StringComparison.Ordinal);

        await OpenStepAsync(portal, lead, number, "Trưởng nhóm xem kết quả");
        await NoSecretAsync(lead);
        await SendAsync(lead, "LeadSeen");
        await OpenStepAsync(portal, leader, number, "Xem kết quả dự họp");
        await Expect(leader.Locator("main")).ToContainTextAsync("chưa quyết đoán");
        await NoSecretAsync(leader);
        await SendAsync(leader, "Acknowledge");
        await leader.GotoAsync($"{portal.Address}/vang-mat");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Thôi ủy quyền" }).First.ClickAsync();
        await AgreeAsync(leader);
        await Expect(leader.GetByTestId("given").Filter(new() { HasText = "Đỗ Khắc Nhân" })).ToContainTextAsync("Đã thôi");
    }

    // The lead sends a member: the clause asks why.
    private async Task SendMemberAsync(IPage lead, string number)
    {
        await OpenStepAsync(portal, lead, number, "Đề xuất người dự");
        await NoSecretAsync(lead);
        await lead.Locator("[data-field='option']").GetByLabel("B. Trưởng nhóm bận", new() { Exact = false }).CheckAsync();
        await ChooseAsync(lead, "nomineeId", "Giang Minh Vượng");
        await lead.GetByTestId("action-Submit").ClickAsync();
        await Expect(lead.GetByTestId("errors")).ToContainTextAsync("bận");
        await lead.Locator("[data-field='leadBusyReason']").GetByLabel("Đi địa bàn").CheckAsync();
        await lead.GetByTestId("action-Submit").ClickAsync();
        await Expect(lead.GetByTestId("sent")).ToContainTextAsync("Cho ý kiến việc dự họp");
    }

    // The substitute acts for the absent leader; whoever comes second learns who was first and keeps the text.
    private async Task RaceForConsentAsync(IPage leader, IPage deputy, string number)
    {
        foreach (var page in new[] { leader, deputy })
        {
            await OpenStepAsync(portal, page, number, "Cho ý kiến việc dự họp");
            await NoSecretAsync(page);
        }

        await leader.Locator("[data-field='opinion'] textarea").FillAsync("Đề nghị đồng chí trưởng nhóm trực tiếp dự");
        await deputy.GetByTestId("action-Consent").ClickAsync();
        await Expect(deputy.GetByTestId("sent")).ToBeVisibleAsync();
        await leader.GetByTestId("action-Refuse").ClickAsync();
        await Expect(leader.GetByTestId("errors")).ToContainTextAsync("Đỗ Khắc Nhân đã xử lý (Đồng ý)");
        await Expect(leader.Locator("[data-field='opinion'] textarea")).ToHaveValueAsync("Đề nghị đồng chí trưởng nhóm trực tiếp dự");
    }

    private async Task AttendAsync(IPage attendee, string number)
    {
        await OpenStepAsync(portal, attendee, number, "Chuẩn bị");
        await NoSecretAsync(attendee);
        await SendAsync(attendee, "Ready");
        await OpenStepAsync(portal, attendee, number, "Xác nhận có mặt");
        await NoSecretAsync(attendee);
        await MomentAsync(attendee, "arrivedAt", TestClock.Now.AddMinutes(-1));
        await SendAsync(attendee, "Attended");
    }

    private async Task WriteNotesAsync(IPage attendee, string number)
    {
        await OpenStepAsync(portal, attendee, number, "Ghi chép, báo cáo kết quả dự họp");
        await NoSecretAsync(attendee);
        await attendee.Locator("[data-field='course'] textarea").FillAsync("Hội nghị thảo luận báo cáo sơ kết");
        await attendee.Locator("[data-field='conclusions'] textarea").FillAsync("Thông qua báo cáo");
        await attendee.GetByTestId("next").ClickAsync();
        await attendee.Locator("[data-field='procedure'] input[type=radio]").First.CheckAsync();
        await attendee.GetByTestId("next").ClickAsync();
        await attendee.GetByTestId("next").ClickAsync();
        await attendee.Locator("[data-field='share'] textarea").FillAsync("Xã thông qua báo cáo sơ kết, sẽ hoàn chỉnh đề án chi bộ ghép");
        await attendee.Locator("[data-field='remarks'] textarea").FillAsync("Đồng chí Bí thư điều hành chưa quyết đoán");
        await attendee.GetByTestId("next").ClickAsync();
        await SendAsync(attendee, "Submit");
    }

    // The group reads what is meant for it, and nothing of the assessment of people.
    private async Task ReadInTheGroupAsync(IPage colleague, string number)
    {
        await OpenStepAsync(portal, colleague, number, "Chia sẻ trong nhóm");
        await Expect(colleague.Locator("main")).ToContainTextAsync("đề án chi bộ ghép");
        await colleague.GetByTestId("action-Read").ClickAsync();
        await Expect(colleague.GetByTestId("sent").Or(colleague.GetByText($"Đã xử lý hồ sơ {number}"))).ToBeVisibleAsync();
        await colleague.GotoAsync($"{portal.Address}/ho-so/{number.Replace('/', '-')}");
        await Expect(colleague.Locator(".submission").First).ToBeVisibleAsync();
        Assert.DoesNotContain("quyết đoán", await colleague.ContentAsync(), StringComparison.Ordinal);
    }

    private async Task SubstituteAsync(IPage leader, IPage deputy)
    {
        await leader.GotoAsync($"{portal.Address}/vang-mat");
        await leader.GetByLabel("Từ ngày").FillAsync($"{TestClock.Now:dd/MM/yyyy}");
        await leader.GetByLabel("Đến hết ngày").FillAsync($"{TestClock.Now.AddDays(3):dd/MM/yyyy}");
        await leader.GetByLabel("Lý do").FillAsync("Đi công tác");
        await ChooseAsync(leader, "delegateId", "Đỗ Khắc Nhân");
        await leader.GetByTestId("register").ClickAsync();
        await Expect(leader.GetByTestId("given").Filter(new() { HasText = "Đỗ Khắc Nhân" }))
            .ToContainTextAsync("Chờ người được ủy quyền nhận");
        await deputy.GotoAsync($"{portal.Address}/vang-mat");
        await deputy.GetByRole(AriaRole.Button, new() { Name = "Nhận ủy quyền" }).ClickAsync();
        await Expect(deputy.GetByTestId("received")).ToContainTextAsync("Đang có hiệu lực");
    }

    private async Task<string> RegisterAsync(IPage page)
    {
        await page.GotoAsync($"{portal.Address}/bat-dau/meeting-attendance");
        await NoSecretAsync(page);
        await AddAsync(page, "areaIds", "Xã Bàu Nổi");
        await page.Locator("[data-field='host'] input").FillAsync("Đảng ủy xã Bàu Nổi");
        await PickAsync(page.Locator("[data-field='meetingTypeId'] input"), "Hội nghị");
        await page.Locator("[data-field='title'] input").FillAsync("Hội nghị sơ kết công tác xây dựng Đảng");
        await MomentAsync(page, "startsAt", TestClock.Now.Date.AddDays(1).AddHours(8));
        await page.Locator("[data-field='place'] input").FillAsync("Hội trường xã");
        await page.GetByTestId("next").ClickAsync();
        await page.Locator("[data-field='documentNumber'] input").FillAsync("12-GM/ĐU");
        await MomentAsync(page, "receivedAt", TestClock.Now.AddMinutes(-2));
        await page.Locator("[data-field='channel'] input[type=radio]").First.CheckAsync();
        await page.Locator("[data-field='addressedTo'] input[type=radio]").First.CheckAsync();
        await page.GetByTestId("next").ClickAsync();
        await page.GetByLabel("Tổ chức đảng, đảng viên").CheckAsync();
        await page.GetByTestId("next").ClickAsync();
        await page.GetByTestId("action-Submit").ClickAsync();
        var heading = page.GetByTestId("sent").GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Expect(heading).ToBeVisibleAsync();
        return System.Text.RegularExpressions.Regex.Match(await heading.InnerTextAsync(), @"DH-\d{4}/\d+").Value;
    }

    private static Task ChooseAsync(IPage page, string field, string person) =>
        PickAsync(page.Locator($"[data-field='{field}'] input"), person);

    private static async Task MomentAsync(IPage page, string field, DateTime at)
    {
        var inputs = page.Locator($"[data-field='{field}'] input");
        await inputs.First.FillAsync(at.ToString("dd/MM/yyyy"));
        await inputs.Nth(1).FillAsync(at.ToString("HH:mm"));
    }
}
