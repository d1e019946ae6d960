using Microsoft.Playwright;
using Portal.Domain.Forms;

namespace Portal.Benchmarks.Acts;

/// <summary>A browser with a window for each person who works, signed in.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private const float Patience = 30_000;

    private readonly Dictionary<string, IPage> _windows = [];
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly Uri _portal;
    private readonly string _password;

    private Desk(IPlaywright playwright, IBrowser browser, Uri portal, string password) =>
        (_playwright, _browser, _portal, _password) = (playwright, browser, portal, password);

    /// <summary>The hand that works at present; null before the first job.</summary>
    public Hand? Working { get; private set; }

    public static async Task<Desk> OpenAsync(Uri portal, string password)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium-headless-shell",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync"],
        });
        return new Desk(playwright, browser, portal, password);
    }

    /// <summary>A person's start page, where every job begins; coming here is not counted.</summary>
    public async Task<Hand> StartPageAsync(string login)
    {
        if (!_windows.TryGetValue(login, out var page))
        {
            page = await SignInAsync(login);
            _windows[login] = page;
        }

        await page.GotoAsync(_portal.ToString());
        await page.Locator(".home").WaitForAsync();
        Working = new Hand(page);
        return Working;
    }

    /// <summary>From the start page to a step that waits there for the person: one click.</summary>
    public async Task<(Hand Hand, Form Form)> OpenTaskAsync(string login, string number, FormSchema form)
    {
        var hand = await StartPageAsync(login);
        await hand.ClickAsync(hand.Page.Locator("section[aria-labelledby=viec] li").Filter(new() { HasText = number }).Locator("a").First);
        await hand.Page.GetByTestId("task-panel").WaitForAsync();
        return (hand, new Form(hand, form));
    }

    /// <summary>From the start page to the empty form of a process: one click.</summary>
    public async Task<(Hand Hand, Form Form)> OpenStartAsync(string login, string process, FormSchema form)
    {
        var hand = await StartPageAsync(login);
        await hand.ClickAsync(hand.Page.Locator($"a[href='/bat-dau/{process}']").First);
        return (hand, new Form(hand, form));
    }

    /// <summary>From the start page over the list of cases to a form that begins like an earlier case: three clicks.</summary>
    public async Task<(Hand Hand, Form Form)> OpenCopyAsync(string login, string number, FormSchema form)
    {
        var hand = await StartPageAsync(login);
        await hand.ClickAsync(MenuEntry(hand, "/ho-so"));
        await hand.ClickAsync(hand.Page.GetByTestId("list").GetByRole(AriaRole.Link, new() { Name = number, Exact = true }));
        await hand.ClickAsync(hand.Page.GetByTestId("copy"));
        return (hand, new Form(hand, form));
    }

    /// <summary>Whether the page of a case offers this person to begin another like it; a look that is not counted.</summary>
    public async Task<bool> MayCopyAsync(string login, string number)
    {
        var hand = await StartPageAsync(login);
        await hand.Page.GotoAsync(new Uri(_portal, $"/ho-so/{number.Replace('/', '-')}").ToString());
        await hand.Page.Locator(".case-actions").WaitForAsync();
        return await hand.Page.GetByTestId("copy").IsVisibleAsync();
    }

    public static ILocator MenuEntry(Hand hand, string address) => hand.Page.Locator($"nav.menu a[href='{address}']");

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    // The yearly commitment comes with the first sign-in.
    private async Task<IPage> SignInAsync(string login)
    {
        var context = await _browser.NewContextAsync(new()
        {
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(_portal.ToString());
        await page.GetByLabel(Wording.Of("account.name")).FillAsync(login);
        await page.GetByLabel(Wording.Of("account.password")).FillAsync(_password);
        await page.GetByRole(AriaRole.Button, new() { Name = Wording.Of("account.signIn"), Exact = true }).ClickAsync();
        var (agree, home) = (page.GetByRole(AriaRole.Checkbox), page.Locator(".home"));
        await agree.Or(home).First.WaitForAsync();
        if (await agree.IsVisibleAsync())
        {
            await agree.CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = Wording.Of("account.goOn") }).ClickAsync();
            await home.WaitForAsync();
        }

        return page;
    }
}
