using System.Diagnostics;
using System.Text.RegularExpressions;
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
        return Regex.Match(await heading.InnerTextAsync(), @"CT-\d{4}/\d+").Value;
    }

    /// <summary>Fills in the notice of a trip up to the page that checks it.</summary>
    protected static async Task FillTripAsync(IPage page, string area, Func<IPage, Task>? last = null)
    {
        await NoSecretAsync(page.Locator("main"));
        await page.GetByLabel(area).CheckAsync();
        await page.GetByLabel("Địa điểm").FillAsync("Trụ sở Đảng ủy xã");
        await page.GetByLabel("Địa bàn có việc").CheckAsync();
        await page.GetByLabel("Nói rõ").FillAsync("Xã đề nghị làm việc");
        await page.GetByLabel("Mục đích, nội dung").FillAsync("Nắm tình hình sinh hoạt chi bộ");
        await page.GetByLabel("Tổ chức đảng, đảng viên").CheckAsync();
        await page.GetByTestId("next").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bổ sung" })).ToBeVisibleAsync();
        if (last is not null)
        {
            await last(page);
        }

        await page.GetByTestId("next").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kiểm tra lại" })).ToBeVisibleAsync();
    }

    /// <summary>Picks from a field of many by typing the beginning of a name.</summary>
    protected static async Task PickAsync(ILocator box, string text)
    {
        var open = box.Page.Locator(".mud-popover-open .mud-list-item");
        var item = open.Filter(new() { HasText = text }).First;

        // The list is drawn anew as the answer to what was typed comes, and closes where a change is being stored: a click on the one
        // before is lost, and done again.
        for (var tries = 0; tries < 4; tries++)
        {
            await box.FillAsync(text);
            await Task.WhenAny(item.WaitForAsync(new() { Timeout = 5_000 }));
            if (!await item.IsVisibleAsync())
            {
                await box.FillAsync("");
                continue;
            }

            await item.ClickAsync();
            await Task.WhenAny(open.First.WaitForAsync(new() { State = WaitForSelectorState.Hidden, Timeout = 5_000 }));
            if ((await box.InputValueAsync()).Contains(text, StringComparison.Ordinal))
            {
                break;
            }
        }

        await Assertions.Expect(box).ToHaveValueAsync(new Regex(Regex.Escape(text)));
    }

    /// <summary>Adds to a field of several that is picked from by typing.</summary>
    protected static async Task AddAsync(IPage page, string field, string text)
    {
        var within = page.Locator($"[data-field='{field}']");
        var exact = new Regex($"^\\s*{Regex.Escape(text)}( – |\\s*$)");
        var item = page.Locator(".mud-popover-open .mud-list-item").Filter(new() { HasTextRegex = exact }).First;

        // What is being stored draws the fields anew, and closes the list that has just opened: it is opened again.
        for (var tries = 0; tries < 3 && !await item.IsVisibleAsync(); tries++)
        {
            await within.Locator("input").Last.FillAsync(text);
            await Task.WhenAny(item.WaitForAsync(new() { Timeout = 5_000 }));
        }

        await item.ClickAsync();
        await Assertions.Expect(within.Locator(".mud-chip").Filter(new() { HasTextRegex = exact })).ToBeVisibleAsync();
    }

    /// <summary>Chooses from a list that opens.</summary>
    /// <param name="value">As the portal knows it.</param>
    protected static async Task ChooseAsync(ILocator box, string value)
    {
        await box.ClickAsync();
        var option = box.Page.Locator($".mud-popover-open [data-value='{value}']");
        var label = await option.InnerTextAsync();
        await option.ClickAsync();
        await Assertions.Expect(box).ToHaveValueAsync(label.Trim());
    }

    /// <summary>
    /// Gives a file to a page that has just been opened. Before the page listens a file is lost without a word: it is given again until
    /// something is said of it.
    /// </summary>
    /// <param name="answer">What the page shows once it has the file.</param>
    protected static async Task GiveFileAsync(ILocator box, FilePayload file, ILocator answer)
    {
        for (var tries = 0; tries < 4; tries++)
        {
            await box.SetInputFilesAsync(file);
            await Task.WhenAny(answer.WaitForAsync(new() { Timeout = 5_000 }));
            if (await answer.IsVisibleAsync())
            {
                break;
            }
        }

        await Assertions.Expect(answer).ToBeVisibleAsync();
    }

    /// <summary>Says yes to what is asked before something that cannot be taken back.</summary>
    protected static Task AgreeAsync(IPage page) => page.GetByTestId("dialog-yes").ClickAsync();

    /// <summary>Rows of the lists of a page.</summary>
    protected static ILocator Rows(IPage page) => page.Locator(".list tr.row");

    /// <summary>Answers the state-secret question with no, opened first where nothing has to be written.</summary>
    /// <param name="within">The page or the panel that holds the form.</param>
    protected static async Task NoSecretAsync(ILocator within)
    {
        // A page may hold further forms that are folded up.
        var gate = within.Locator(".gate:visible").First;
        var open = within.GetByTestId("open-gate").Or(within.GetByTestId("unfold")).First;
        var no = gate.GetByLabel("Không", new() { Exact = true });
        var patience = Stopwatch.StartNew();
        do
        {
            await Assertions.Expect(no.Or(open).First).ToBeVisibleAsync();
            await TryOpenAsync(open);
        }
        while (!await no.IsVisibleAsync() && patience.Elapsed < TimeSpan.FromSeconds(20));

        await no.CheckAsync();
    }

    // A panel may be drawn anew under the click that opens its gate: then the opener is there again, and is looked for once more.
    private static async Task TryOpenAsync(ILocator open)
    {
        if (!await open.IsVisibleAsync())
        {
            return;
        }

        try
        {
            await open.ClickAsync(new() { Timeout = 2_000 });
        }
        catch (TimeoutException)
        {
            // Whoever called asks again.
        }
    }

    protected static Task NoSecretAsync(IPage page) => NoSecretAsync(page.Locator("main"));
}
