using Microsoft.Playwright;

namespace Portal.Tests.TestKit;

/// <summary>The Chromium of the machine, without its windows where it is installed so (quicker). Where there is none, browser tests are
/// skipped and say how to install it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } path)
        {
            if (Environment.GetEnvironmentVariable("CI") == "true")
            {
                throw new InvalidOperationException("Browser tests may not be skipped in CI: install chromium-headless-shell or chromium.");
            }

            return;
        }

        // A portal that has just been started under load takes its time for the first page.
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A fresh browser window of a person who is signed in and has confirmed the yearly notice.</summary>
    public async Task<IPage> SignInAsync(PortalProcess portal, string login, int width = 1440, int height = 900)
    {
        var page = await OpenAsync(width, height);
        await page.GotoAsync(portal.Address);
        await page.GetByLabel("Tên đăng nhập").FillAsync(login);
        await page.GetByLabel("Mật khẩu").FillAsync(PortalProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        var agree = page.GetByRole(AriaRole.Checkbox);
        var hello = page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Chào đồng chí") });
        await Assertions.Expect(agree.Or(hello)).ToBeVisibleAsync();
        if (await agree.IsVisibleAsync())
        {
            await agree.CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        }

        await Assertions.Expect(hello).ToBeVisibleAsync();
        return page;
    }

    public async Task<IPage> OpenAsync(int width = 1440, int height = 900)
    {
        Skip.If(_browser is null, "No browser. Install it: apt-get install chromium-headless-shell (or chromium)");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = height }
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>Closes every window: pages that stay open go on talking to the portal while later tests run.</summary>
    public async Task CloseWindowsAsync()
    {
        foreach (var context in _browser?.Contexts.ToList() ?? [])
        {
            await context.CloseAsync();
        }
    }
}
