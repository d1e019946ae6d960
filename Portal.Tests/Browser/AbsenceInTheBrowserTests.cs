using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>A leader goes away, another accepts to stand in and finds the work waiting; both signed in at once.</summary>
public class AbsenceInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task A_substitute_is_named_accepts_and_the_form_is_empty_again()
    {
        var leader = await Windows.SignInAsync(portal, "nhan.dk");
        await leader.GotoAsync($"{portal.Address}/vang-mat");
        var today = TestClock.Today;
        await leader.GetByLabel("Từ ngày").FillAsync($"{today:dd/MM/yyyy}");
        await leader.GetByLabel("Đến hết ngày").FillAsync($"{today.AddDays(-1):dd/MM/yyyy}");
        await leader.GetByLabel("Lý do").FillAsync("Đi công tác");
        var substitute = leader.Locator("[data-field='delegateId'] input");
        await PickAsync(substitute, "Hoàng Ánh Dương");

        // What one answer asks for further stands there at once, and goes with it.
        await leader.GetByLabel("Một số quy trình").CheckAsync();
        await Expect(leader.Locator("[data-field='processes']")).ToBeVisibleAsync();
        await leader.GetByLabel("Mọi quy trình").CheckAsync();
        await Expect(leader.Locator("[data-field='processes']")).ToHaveCountAsync(0);
        await leader.GetByTestId("register").ClickAsync();
        await Expect(leader.GetByTestId("errors")).ToContainTextAsync("Ngày cuối phải từ ngày đầu trở đi");
        await Expect(leader.GetByLabel("Lý do")).ToHaveValueAsync("Đi công tác");

        await leader.GetByLabel("Đến hết ngày").FillAsync($"{today.AddDays(2):dd/MM/yyyy}");
        await leader.GetByTestId("register").ClickAsync();
        await Expect(leader.GetByTestId("given")).ToContainTextAsync("Chờ người được ủy quyền nhận");
        await Expect(substitute).ToHaveValueAsync("");
        await Expect(leader.GetByLabel("Lý do")).ToHaveValueAsync("");

        var other = await Windows.SignInAsync(portal, "duong.ha", 390, 844);
        await other.GotoAsync($"{portal.Address}/vang-mat");
        await other.GetByRole(AriaRole.Button, new() { Name = "Nhận ủy quyền" }).ClickAsync();
        await Expect(other.GetByTestId("received")).ToContainTextAsync("Đang có hiệu lực");
        await leader.ReloadAsync();
        await Expect(leader.GetByTestId("given")).ToContainTextAsync("Đang có hiệu lực");
        await leader.GetByTestId("given").GetByRole(AriaRole.Button, new() { Name = "Thôi ủy quyền" }).ClickAsync();
        await AgreeAsync(leader);
        await Expect(leader.GetByTestId("given")).ToContainTextAsync("Đã thôi");
    }
}
