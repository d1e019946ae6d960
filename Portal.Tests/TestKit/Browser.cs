using Microsoft.Playwright;

namespace Portal.Tests.TestKit;

/// <summary>Tests in a browser, those of one portal one after the other; each leaves no window behind.</summary>
[Collection(PortalCollection.Name)]
public abstract class BrowserTests(Browser browser) : IAsyncLifetime
{
    protected Browser Windows { get; } = browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Windows.CloseWindowsAsync();

    /// <summary>Opens a step of a case from the case's page.</summary>
    protected static async Task OpenStepAsync(PortalProcess portal, IPage page, string number, string step)
    {
        await page.GotoAsync($"{portal.Address}/ho-so/{number.Replace('/', '-')}");
        await page.Locator(".case-actions a").Filter(new() { HasText = step }).First.ClickAsync();
        await page.GetByTestId("task-panel").WaitForAsync();
    }

    /// <summary>Opens the inbox of a wide window and waits until it opens steps beside the list.</summary>
    protected static async Task OpenInboxAsync(PortalProcess portal, IPage page)
    {
        await page.GotoAsync($"{portal.Address}/viec");
        await page.GetByTestId("shortcuts").WaitForAsync();
    }

    protected static async Task SendAsync(IPage page, string action)
    {
        await page.GetByTestId($"action-{action}").ClickAsync();
        await Assertions.Expect(page.GetByTestId("sent")).ToBeVisibleAsync();
    }

    /// <summary>Starts a trip to an area, from the first page of its form to the receipt.</summary>
    /// <param name="last">What else the last page of the form asks.</param>
    /// <returns>Number of the case.</returns>
    protected static async Task<string> ReportTripAsync(PortalProcess portal, IPage page, string area, Func<IPage, Task>? last = null)
    {
        await page.GotoAsync($"{portal.Address}/bat-dau/field-trip");
        await FillTripAsync(page, area, last);
        await page.GetByTestId("action-Submit").ClickAsync();
        var heading = page.GetByTestId("sent").GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Assertions.Expect(heading).ToBeVisibleAsync();
        return System.Text.RegularExpressions.Regex.Match(await heading.InnerTextAsync(), @"CT-\d{4}/\d+").Value;
    }

    /// <summary>Fills in the notice of a trip up to the page that checks it.</summary>
    protected static async Task FillTripAsync(IPage page, string area, Func<IPage, Task>? last = null)
    {
        await page.GetByLabel("Không", new() { Exact = true }).CheckAsync();
        await page.GetByLabel(area).CheckAsync();
        await page.GetByLabel("Địa điểm").FillAsync("Trụ sở Đảng ủy xã");
        await page.GetByTestId("next").ClickAsync();
        await page.GetByLabel("Địa bàn có việc").CheckAsync();
        await page.GetByLabel("Nói rõ").FillAsync("Xã đề nghị làm việc");
        await page.GetByLabel("Mục đích, nội dung").FillAsync("Nắm tình hình sinh hoạt chi bộ");
        await page.GetByLabel("Tổ chức đảng, đảng viên").CheckAsync();
        await page.GetByTestId("next").ClickAsync();
        var line = page.Locator("[data-field='programme[0].place'] input");
        await line.FillAsync("Phòng họp xã");
        await page.Locator("[data-field='programme[0].content'] textarea").FillAsync("Làm việc với cấp ủy");
        await page.GetByTestId("next").ClickAsync();
        await Assertions.Expect(line).ToHaveCountAsync(0);
        await page.GetByTestId("next").ClickAsync();
        await page.Locator("[data-field='expectsToSpeak']").GetByLabel("Không").CheckAsync();
        if (last is not null)
        {
            await last(page);
        }

        await page.GetByTestId("next").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kiểm tra lại" })).ToBeVisibleAsync();
    }

    /// <summary>Answers the state-secret question with no.</summary>
    protected static Task NoSecretAsync(IPage page) => page.GetByLabel("Không", new() { Exact = true }).First.CheckAsync();
}

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
