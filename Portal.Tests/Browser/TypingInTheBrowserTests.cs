using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;
using Portal.Tests.TestKit;
using Portal.Web;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>
/// Typing is sacred: whatever the line and the way of typing Vietnamese, every text field of every page holds what was typed, also when it
/// is left at once. Pages are found by following links, fields by looking at each page. <c>PORTAL_TYPING=all</c> tries all lines, ways
/// and speeds on each field, otherwise they take turns.
/// </summary>
public class TypingInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    private const string Fields =
        "input:not([type=checkbox]):not([type=radio]):not([type=file]):not([type=hidden]):not([type=password]):not([readonly]), "
        + "textarea:not([readonly])";

    private const string Typed = "Nguyễn Thị Hòa";

    /// <summary>The keys of a program that takes letters back to put others in their place.</summary>
    private static readonly string[] Telex =
        ["N", "g", "u", "y", "e", "⌫", "ê", "⌫", "ễ", "n", " ", "T", "h", "i", "⌫", "ị", " ", "H", "o", "a", "⌫", "⌫", "ò", "a"];

    /// <summary>What an input method shows while a word is composed.</summary>
    private static readonly string[][] Composed =
    [
        ["N", "Ng", "Ngu", "Nguy", "Nguye", "Nguyê", "Nguyễ", "Nguyễn"], [" "], ["T", "Th", "Thi", "Thị"], [" "],
        ["H", "Ho", "Hoa", "Hòa"],
    ];

    private static readonly int[] RoundTrips = [0, 50, 150, 300];
    private static readonly int[] Pauses = [40, 140];

    private static readonly Regex[] Pages =
        [.. typeof(App).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => new Regex("^" + Regex.Replace(Regex.Escape(r.Template), @"\\\{[^}]*}", "[^/]+") + "$"))];

    private static readonly bool All = Environment.GetEnvironmentVariable("PORTAL_TYPING") == "all";

    private readonly ConcurrentBag<string> _wrong = [];
    private int _tried;

    [SkippableFact]
    public async Task Every_text_field_holds_what_was_typed_however_slow_the_line()
    {
        var seen = new HashSet<Regex>();
        foreach (var login in new[] { "quy.pc", "duong.ha", "tue.dt" })
        {
            // Of the portal itself and of slow lines to it the browser thinks as of one host: signed in here is signed in there.
            var first = await Windows.SignInAsync(portal, login);

            // Most of the time is waiting between two keys: several pages wait at once.
            await Parallel.ForEachAsync(
                (await PagesOfAsync(first, seen)).SelectMany((address, i) => (All ? RoundTrips : [RoundTrips[i % RoundTrips.Length]])
                    .Select(roundTrip => (Address: address, RoundTrip: roundTrip))),
                new ParallelOptions { MaxDegreeOfParallelism = 3 },
                async (at, _) => await TryPageAsync(first.Context, at.Address, at.RoundTrip));
            await first.Context.CloseAsync();
        }

        Assert.True(_wrong.IsEmpty, string.Join('\n', _wrong));
        Assert.True(_tried > 20, $"{_tried} fields");
    }

    private async Task TryPageAsync(IBrowserContext context, string address, int roundTrip)
    {
        await using var line = SlowLine.To(portal.Address, TimeSpan.FromMilliseconds(roundTrip));
        var page = await context.NewPageAsync();
        var answers = Answers.Of(page);
        await page.GotoAsync(line.Address + address);
        await Expect(page.Locator("h1").First).ToBeFocusedAsync();
        if (await page.Locator(".gate, [data-testid=open-gate]").CountAsync() > 0)
        {
            await NoSecretAsync(page);
        }

        foreach (var id in await FieldsOfAsync(page))
        {
            var tried = Interlocked.Increment(ref _tried);
            foreach (var (pause, isComposed) in All
                ? Pauses.SelectMany(p => new[] { (p, false), (p, true) })
                : [(Pauses[tried % 6 / 5], tried % 2 == 0)])
            {
                var field = page.Locator($"[id='{id}']");
                await field.FillAsync("");
                await answers.AllHereAsync();
                await field.FocusAsync();
                await (isComposed ? ComposeAsync(page, pause) : TelexAsync(page, pause));
                if (await field.GetAttributeAsync("type") == "search"
                    || (tried % 3 == 0 && await field.GetAttributeAsync("role") != "combobox"))
                {
                    await page.Keyboard.PressAsync("Tab");
                }

                await answers.AllHereAsync();
                if (await field.InputValueAsync() is var held && held != Typed)
                {
                    var way = isComposed ? "composed" : "telex";
                    _wrong.Add($"{address} {id} {roundTrip} ms, {pause} ms a key, {way}: {held}");
                }
            }
        }

        await page.CloseAsync();
    }

    /// <summary>The pages that somebody gets to by links, one of each kind; those that others got to are left out.</summary>
    private async Task<List<string>> PagesOfAsync(IPage page, HashSet<Regex> seen)
    {
        var (found, next) = (new List<string>(), new Queue<string>(["/"]));
        while (next.TryDequeue(out var address))
        {
            await page.GotoAsync(portal.Address + address);
            await page.Locator("h1").First.WaitForAsync();
            found.Add(address);
            foreach (var link in await page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname)"))
            {
                if (Array.Find(Pages, p => p.IsMatch(link)) is { } kind && seen.Add(kind))
                {
                    next.Enqueue(link);
                }
            }
        }

        return found;
    }

    private static async Task<List<string>> FieldsOfAsync(IPage page)
    {
        var ids = new List<string>();
        foreach (var field in await page.Locator(Fields).AllAsync())
        {
            if (await field.IsVisibleAsync() && await field.IsEnabledAsync() && await field.GetAttributeAsync("id") is { } id
                && await field.GetAttributeAsync("type") is not "email"
                && !(int.TryParse(await field.GetAttributeAsync("maxlength"), out var longest) && longest < Typed.Length))
            {
                ids.Add(id);
            }
        }

        return ids;
    }

    private static async Task TelexAsync(IPage page, int pause)
    {
        foreach (var key in Telex)
        {
            await (key == "⌫" ? page.Keyboard.PressAsync("Backspace") : page.Keyboard.InsertTextAsync(key));
            await PauseAsync(pause);
        }
    }

    private static async Task ComposeAsync(IPage page, int pause)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        foreach (var word in Composed)
        {
            foreach (var shown in word)
            {
                await session.SendAsync("Input.imeSetComposition", new Dictionary<string, object>
                {
                    ["text"] = shown,
                    ["selectionStart"] = shown.Length,
                    ["selectionEnd"] = shown.Length,
                });
                await PauseAsync(pause);
            }

            await session.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = word[^1] });
        }
    }

    // Between two keys of a person who types.
    private static async Task PauseAsync(int milliseconds)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(milliseconds));
        await timer.WaitForNextTickAsync();
    }

    /// <summary>What a page has told the portal and what has come back: each event that was sent is answered.</summary>
    private sealed class Answers
    {
        private readonly SemaphoreSlim _received = new(0);
        private int _sent;
        private int _answered;

        public static Answers Of(IPage page)
        {
            var answers = new Answers();
            page.WebSocket += (_, line) =>
            {
                line.FrameSent += (_, frame) => answers._sent += Count(frame, "BeginInvokeDotNetFromJS");
                line.FrameReceived += (_, frame) =>
                {
                    answers._answered += Count(frame, "JS.EndInvokeDotNet");
                    answers._received.Release();
                };
            };
            return answers;
        }

        public async Task AllHereAsync()
        {
            while (_answered < _sent)
            {
                Assert.True(await _received.WaitAsync(TimeSpan.FromSeconds(20)), $"{_sent} sent, {_answered} answered");
            }
        }

        private static int Count(IWebSocketFrame frame, string word) =>
            Regex.Count(Encoding.Latin1.GetString(frame.Binary ?? []), Regex.Escape(word));
    }
}
