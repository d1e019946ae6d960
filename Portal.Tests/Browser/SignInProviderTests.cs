using System.Net;
using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Sign-in by the organisation's provider: only those who have an account here, bound to the provider's own key.</summary>
[Collection(ApartCollection.Name)]
public class SignInProviderTests(TestKit.Browser browser) : BrowserTests(browser)
{
    [SkippableFact]
    public async Task Whoever_the_provider_knows_comes_in_by_the_account_that_is_bound_to_them_and_nobody_else_does()
    {
        await using var provider = await FakeSignInProvider.StartAsync();
        var portal =
            await PortalProcess.WithAsync(["--Demo:Activity=false", $"--Demo:Password={PortalProcess.Password}", .. provider.Settings]);
        try
        {
            provider.Person = ("khoa-1", "vuong.gm");
            var page = await Windows.OpenAsync(390, 844);
            await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
            await page.GetByRole(AriaRole.Link, new() { Name = "Đăng nhập bằng tài khoản Tỉnh ủy" }).ClickAsync();

            // The yearly notice comes first, as after every way of signing in; then the page that was wanted.
            await page.GetByRole(AriaRole.Checkbox).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
            await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
            await Expect(page.GetByText("Báo việc").First).ToBeVisibleAsync();

            // The key counts from now on, and not the name.
            provider.Person = ("khoa-1", "ten-moi");
            Assert.Equal("/", await EnterAsync(portal));
            provider.Person = ("khoa-2", "vuong.gm");
            Assert.Equal("/dang-nhap?loi=khong-co-tai-khoan", await EnterAsync(portal));
            provider.Person = ("khoa-3", "khong.ai");
            Assert.Equal("/dang-nhap?loi=khong-co-tai-khoan", await EnterAsync(portal));
            provider.Refuses = true;
            Assert.Equal("/dang-nhap?loi=nha-cung-cap", await EnterAsync(portal));
            Assert.Equal("/dang-nhap?loi=nha-cung-cap&ve=%2Fviec", await EnterAsync(portal, "/viec"));
            provider.Refuses = false;
            Assert.Equal("/dang-nhap?loi=khong-co-tai-khoan&ve=%2Fviec", await EnterAsync(portal, "/viec"));

            // Locked here is locked, whatever the provider says.
            await portal.ExecuteAsync("UPDATE AspNetUsers SET LockoutEnd = '2999-01-01 00:00:00+00:00' WHERE PersonId = 'S31'");
            provider.Person = ("khoa-1", "vuong.gm");
            Assert.Equal("/dang-nhap?loi=khoa", await EnterAsync(portal));

            // Without the provider's answer nobody is let in, and the way back leads to no other site.
            using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
            foreach (var path in new[] { "/dang-nhap/chung/xong", "/dang-nhap/chung/ve?code=x&state=y" })
            {
                Assert.StartsWith("/dang-nhap?loi=", (await stranger.GetAsync($"{portal.Address}{path}")).Headers.Location?.ToString(),
                    StringComparison.Ordinal);
            }

            var away = await stranger.GetAsync($"{portal.Address}/dang-nhap/chung?ve={Uri.EscapeDataString("https://ngoai.vn/")}");
            Assert.StartsWith($"{provider.Address}/authorize", away.Headers.Location?.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("ngoai.vn", away.Headers.Location!.ToString(), StringComparison.Ordinal);
            await page.GotoAsync($"{portal.Address}/dang-nhap?loi=khong-co-tai-khoan");
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("chưa có tài khoản");
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_provider_without_secret_or_without_HTTPS_is_no_configuration()
    {
        var folder = Directory.CreateTempSubdirectory("portal-run-").FullName;
        var ended = await PortalProcess.RunToEndAsync($"--Data:Path={folder}", "--OpenIdConnect:Authority=http://ngoai.vn/");
        Assert.Equal(2, ended.Code);
        Assert.Contains("OpenIdConnect:Authority", ended.Output, StringComparison.Ordinal);
        Assert.Contains("ClientSecret", ended.Output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    /// <returns>Where the sign-in by the provider led: path and query.</returns>
    private static async Task<string> EnterAsync(PortalProcess portal, string wanted = "/")
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var next = new Uri($"{portal.Address}/dang-nhap/chung?ve={Uri.EscapeDataString(wanted)}");
        for (var i = 0; i < 6; i++)
        {
            var answer = await client.GetAsync(next);
            next = new Uri(next, answer.Headers.Location ?? throw new InvalidOperationException($"{next}: {answer.StatusCode}"));
            if (next.AbsolutePath is "/" or "/dang-nhap")
            {
                break;
            }
        }

        return next.PathAndQuery;
    }
}
