using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>The second factor as a person meets it; and a line that is lost while somebody types.</summary>
[Collection(ApartCollection.Name)]
public class SecondFactorInTheBrowserTests(TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task Set_up_once_then_asked_at_each_sign_in_and_a_lost_line_loses_nothing()
    {
        var portal = await PortalProcess.WithAsync("--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}");
        try
        {
            var page = await Windows.SignInAsync(portal, "vuong.gm", width: 390, height: 844);
            await EndOtherSessionsAsync(portal, page);
            var (secret, given, codes) = await SetUpAsync(portal, page);
            await PasswordIsNotEnoughAsync(portal, secret, given, codes);
            page = await Windows.OpenAsync(390, 844);
            await SignInByRecoveryCodeAsync(portal, page, codes[0]);
            await LoseTheLineAsync(portal, page);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    // Whoever suspects somebody ends every session but this one, with the password.
    private async Task EndOtherSessionsAsync(PortalProcess portal, IPage page)
    {
        var elsewhere = await Windows.SignInAsync(portal, "vuong.gm");
        var forgotten = await Windows.SignInAsync(portal, "vuong.gm");
        var program = await portal.ApiAsync("vuong.gm");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await program.GetAsync("me")).StatusCode);
        await page.GotoAsync($"{portal.Address}/hai-lop");
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync("sai mật khẩu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc mọi phiên khác" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("không đúng");
        var rows = page.GetByTestId("sessions").Locator("li");
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.First).ToContainTextAsync("Chrome · Linux");
        await Expect(rows.Filter(new() { HasText = "phiên đang dùng" })).ToHaveCountAsync(1);
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(PortalProcess.Password);
        await rows.First.GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên này" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã kết thúc phiên đã chọn");
        await Expect(rows).ToHaveCountAsync(2);
        await forgotten.GotoAsync($"{portal.Address}/viec");
        await Expect(forgotten.GetByLabel("Tên đăng nhập")).ToBeVisibleAsync();
        await elsewhere.GotoAsync($"{portal.Address}/viec");
        await Expect(elsewhere.GetByTestId("total")).ToBeVisibleAsync();
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(PortalProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc mọi phiên khác" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã kết thúc mọi phiên khác");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, (await program.GetAsync("me")).StatusCode);

        // The page that is open there follows at once, with nobody touching it.
        await Expect(elsewhere.GetByLabel("Tên đăng nhập")).ToBeVisibleAsync();
    }

    /// <returns>The secret, the code that was typed, and the recovery codes.</returns>
    private static async Task<(string Secret, string Given, IReadOnlyList<string> Codes)> SetUpAsync(PortalProcess portal, IPage page)
    {
        await page.GotoAsync($"{portal.Address}/hai-lop");
        var secret = (await page.GetByTestId("secret").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        var (password, code) = (page.GetByLabel("Mật khẩu đang dùng"), page.GetByLabel("Mã 6 chữ số"));
        async Task TurnOnAsync(string typed, string number)
        {
            await password.FillAsync(typed);
            await code.FillAsync(number);
            await page.GetByRole(AriaRole.Button, new() { Name = "Bật xác thực hai lớp" }).ClickAsync();
        }

        // Neither a good code without the password nor the password without a good code.
        await TurnOnAsync("không phải mật khẩu", Code(secret));
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Mật khẩu");
        await TurnOnAsync(PortalProcess.Password, "000000");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Mã chưa đúng");
        var given = Code(secret);
        await TurnOnAsync(PortalProcess.Password, given);
        var codes = await page.GetByTestId("recovery-codes").Locator("code").AllInnerTextsAsync();
        Assert.Equal(8, codes.Count);
        return (secret, given, codes);
    }

    // Password alone is not enough any more, on screen and by API.
    private static async Task PasswordIsNotEnoughAsync(PortalProcess portal, string secret, string given, IReadOnlyList<string> codes)
    {
        using var api = new HttpClient { BaseAddress = new Uri($"{portal.Address}/api/v1/") };
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized,
            (await api.PostAsJsonAsync("token", new { userName = "vuong.gm", password = PortalProcess.Password })).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized,
            (await api.PostAsJsonAsync("token", new { userName = "vuong.gm", password = PortalProcess.Password, code = given }))
                .StatusCode);
        Assert.True((await api.PostAsJsonAsync("token",
            new { userName = "vuong.gm", password = PortalProcess.Password, code = Code(secret, ahead: 1) })).IsSuccessStatusCode);
        var kept = await portal.TextAsync("SELECT Value FROM AspNetUserTokens WHERE Name = 'RecoveryCodes'");
        Assert.DoesNotContain(codes, c => kept.Contains(c, StringComparison.Ordinal));
    }

    private static async Task SignInByRecoveryCodeAsync(PortalProcess portal, IPage page, string code)
    {
        await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
        await page.GetByLabel("Tên đăng nhập").FillAsync("vuong.gm");
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(PortalProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await page.GetByLabel("Mã 6 chữ số, hoặc một mã dự phòng").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
    }

    // On to where the person wanted to go. While a form is filled in, the server goes away and comes back.
    private static async Task LoseTheLineAsync(PortalProcess portal, IPage page)
    {
        await NoSecretAsync(page);
        await page.GetByLabel("Bàu Trâm").CheckAsync();
        await page.GetByLabel("Địa điểm").FillAsync("Trụ sở Đảng ủy xã");
        await page.GetByTestId("next").ClickAsync();
        await Expect(page.GetByTestId("errors")).ToBeVisibleAsync();
        await portal.KillAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Mất kết nối với máy chủ");
        await portal.StartAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync(new() { Timeout = 60_000 });
        await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
        await Expect(page.GetByLabel("Địa điểm")).ToHaveValueAsync("Trụ sở Đảng ủy xã");
    }

    // RFC 6238 with its defaults: SHA-1, six digits, thirty seconds.
    private static string Code(string base32, int ahead = 0)
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyz234567";
        var bits = string.Concat(base32.Select(c => Convert.ToString(Letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(TestClock.UtcNow.ToUnixTimeSeconds() / 30 + ahead);
        Array.Reverse(counter);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }
}
