using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>The canvas of the designer by hand: dragged, connected, put in, taken away, copied to another process, taken back.</summary>
[Collection(ApartCollection.Name)]
public class CanvasInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser), IClassFixture<PortalProcess>
{
    [SkippableFact]
    public async Task Steps_are_dragged_and_taken_back_also_after_the_page_was_loaded_anew()
    {
        var page = await DraftAsync("leader-task");
        var before = await PlaceAsync(page, "work");
        await DragAsync(page, await MiddleAsync(page, "work"), 120, 80);
        await Expect(Step(page, "work")).Not.ToHaveAttributeAsync("transform", before);
        Assert.Equal("", await Step(page, "work").EvaluateAsync<string>("g => g.style.translate"));
        var moved = await PlaceAsync(page, "work");

        // Esc while it is in the hand: it stands where it stood.
        var (x, y) = await MiddleAsync(page, "work");
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + 50, y + 50, new() { Steps = 4 });
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        Assert.Equal(moved, await PlaceAsync(page, "work"));

        await ReloadAsync(page);
        Assert.Equal(moved, await PlaceAsync(page, "work"));
        await page.Keyboard.PressAsync("Control+z");
        await Expect(Step(page, "work")).ToHaveAttributeAsync("transform", before);
        await page.Keyboard.PressAsync("Control+y");
        await Expect(Step(page, "work")).ToHaveAttributeAsync("transform", moved);

        // By the arrow keys, several strokes are one change.
        await Step(page, "work").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Step(page, "work")).Not.ToHaveAttributeAsync("transform", moved);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(Step(page, "work")).ToHaveAttributeAsync("transform", moved);
    }

    [SkippableFact]
    public async Task Something_is_put_in_on_a_line_lines_are_led_elsewhere_and_all_of_it_is_taken_away()
    {
        var page = await DraftAsync("regulation-feedback");
        var lines = await LinesAsync(page);
        var first = lines.First(l => l.Key.StartsWith("start|", StringComparison.Ordinal));
        var count = await page.Locator("g.node").CountAsync();

        // The "+" of a line that is picked.
        await ClickLineAsync(page, first.Key);
        await page.Locator(".over .plus").ClickAsync();
        await page.Locator(".insert-menu [data-pattern='Notice']").ClickAsync();
        await Expect(page.Locator("g.node")).ToHaveCountAsync(count + 1);
        var made = (await LinesAsync(page))[first.Key];
        Assert.NotEqual(first.Value, made);
        Assert.Equal(first.Value, (await LinesAsync(page))[$"{made}|Done"]);

        // From its port to another step.
        var target = (await LinesAsync(page)).Values.First(t => t != made && t != first.Value);
        await Step(page, made).HoverAsync();
        var port = await CentreAsync(page.Locator(".over .port").First);
        var (x, y) = await MiddleAsync(page, target);
        await page.Mouse.MoveAsync(port.X, port.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x, y, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator($"g.line[data-line='{made}|Done']")).ToHaveAttributeAsync("data-to", target);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Locator($"g.line[data-line='{made}|Done']")).ToHaveAttributeAsync("data-to", first.Value);

        // The line alone, then the step.
        await ClickLineAsync(page, $"{made}|Done");
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator($"g.line[data-line='{made}|Done']")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("problems")).Not.ToContainTextAsync("0 lỗi");
        await page.Keyboard.PressAsync("Control+z");
        await Step(page, made).ClickAsync();
        await page.Keyboard.PressAsync("Delete");
        await Expect(page.Locator("g.node")).ToHaveCountAsync(count);
        await Expect(page.GetByTestId("problems")).ToContainTextAsync("0 lỗi");
    }

    [SkippableFact]
    public async Task Several_steps_are_framed_and_copied_to_another_process_with_the_lines_between_them()
    {
        var page = await DraftAsync("monthly-trip-plan");
        var box = (await page.Locator(".canvas").BoundingBoxAsync())!;
        await page.Keyboard.DownAsync("Shift");
        await page.Mouse.MoveAsync(box.X + 4, box.Y + 4);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width - 4, box.Y + box.Height - 4, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await page.Keyboard.UpAsync("Shift");
        var all = await page.Locator("g.node").CountAsync();
        await Expect(page.Locator(".over .picked")).ToHaveCountAsync(all);
        var starts = await page.Locator("g.node.start").CountAsync();
        var lines = (await LinesAsync(page)).Keys.Count(k => !k.StartsWith("start|", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Control+c");

        var other = await DraftAsync("review-suggestion-annual", page);
        var (before, linesBefore) = (await other.Locator("g.node").CountAsync(), (await LinesAsync(other)).Count);
        await other.Keyboard.PressAsync("Control+v");
        await Expect(other.Locator("g.node")).ToHaveCountAsync(before + all - starts);
        Assert.Equal(linesBefore + lines, (await LinesAsync(other)).Count);
        await other.Keyboard.PressAsync("Control+z");
        await Expect(other.Locator("g.node")).ToHaveCountAsync(before);
    }

    private async Task<IPage> DraftAsync(string process, IPage? page = null)
    {
        page ??= await Windows.SignInAsync(portal, "tue.dt", 1500, 950);
        await page.GotoAsync($"{portal.Address}/quan-tri/quy-trinh");
        await page.GetByTestId(process).GetByRole(AriaRole.Button, new() { Name = "Sửa (tạo bản nháp)" }).ClickAsync();
        await ReadyAsync(page);
        return page;
    }

    private static async Task ReloadAsync(IPage page)
    {
        await page.ReloadAsync();
        await ReadyAsync(page);
    }

    private static async Task ReadyAsync(IPage page)
    {
        await Expect(page.Locator(".canvas g.over")).ToBeAttachedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Vừa khung" }).ClickAsync();
        await page.Locator(".canvas").EvaluateAsync("() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
    }

    private static ILocator Step(IPage page, string path) => page.Locator($"g.node[data-path='{path}']");

    private static async Task<string> PlaceAsync(IPage page, string path) => (await Step(page, path).GetAttributeAsync("transform"))!;

    private static Task<(float X, float Y)> MiddleAsync(IPage page, string path) => CentreAsync(Step(page, path).Locator("use.shape"));

    private static async Task<(float X, float Y)> CentreAsync(ILocator what)
    {
        var box = (await what.BoundingBoxAsync())!;
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }

    private static async Task DragAsync(IPage page, (float X, float Y) from, float dx, float dy)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + dx, from.Y + dy, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }

    // On the line where no other lies over it. The drawing may still move while it is looked for (a pane beside it fills): once more then.
    private static async Task ClickLineAsync(IPage page, string key)
    {
        var picked = page.Locator(".over .line-picked");
        for (var left = 5; left > 0 && await picked.CountAsync() == 0; left--)
        {
            await ClickOnceAsync(page, key);
            try
            {
                await picked.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = 3000 });
            }
            catch (TimeoutException)
            {
                // Looked for anew.
            }
        }

        await Expect(picked).ToHaveCountAsync(1);
    }

    private static async Task ClickOnceAsync(IPage page, string key)
    {
        var at = await page.Locator($"g.line[data-line='{key}'] .hit").EvaluateAsync<float[]>("""
            path => {
              const m = path.getScreenCTM(), length = path.getTotalLength();
              for (let part = .5; part < .98; part += .02) for (const at of [part, 1 - part]) {
                const p = path.getPointAtLength(length * at), x = p.x * m.a + m.e, y = p.y * m.d + m.f;
                if (document.elementFromPoint(x, y)?.closest(".line") === path.parentNode) return [x, y];
              }
              throw new Error("no free point");
            }
            """);
        await page.Mouse.ClickAsync(at[0], at[1]);
    }

    private static async Task<Dictionary<string, string>> LinesAsync(IPage page) =>
        (await page.Locator("g.line").EvaluateAllAsync<string[][]>(
            "lines => lines.map(l => [l.dataset.line, l.dataset.to])"))
        .ToDictionary(l => l[0], l => l[1]);
}
