using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Processes;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>
/// Every screen that the user guide shows opens, fits its window and leaves no text without words. With <c>PORTAL_GUIDE=1</c> the
/// pictures of the guide are taken anew, over the demo data.
/// </summary>
public partial class GuideTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    private static readonly string Guide =
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "docs", "huong-dan"));

    private static readonly GuideScreen[] OfAllProcesses =
    [
        new("trang-dau", "quy.pc", "/", 1280),
        new("viec-cua-toi", "duong.ha", "/viec", 1280),
        new("lich", "duong.ha", "/lich", 1280),
        new("dia-ban", "quy.pc", "/dia-ban/A017", 1280),
        new("noi-dung-theo-doi", "quy.pc", "/noi-dung-theo-doi", 1280),
        new("tim-kiem", "quy.pc", "/tim?q=b%C3%A0u%20n%E1%BB%95i", 1280),
        new("thong-bao", "duong.ha", "/thong-bao", 1280),
        new("vang-mat", "duong.ha", "/vang-mat", 1280),
        new("chap-hanh", "an.tn", "/chap-hanh", 1280),
        new("nhat-ky", "tue.dt", "/nhat-ky", 1280),
        new("tham-so", "tue.dt", "/quan-tri/tham-so", 1280),
        new("to-chuc", "tue.dt", "/quan-tri/to-chuc", 1280),
        new("quy-trinh", "tue.dt", "/quan-tri/quy-trinh", 1280),
        new("quy-trinh-sua", "tue.dt", "/quan-tri/quy-trinh/field-trip-v1", 1280),
        new("quy-trinh-thu", "tue.dt", "/quan-tri/quy-trinh/field-trip-v1/chay-thu", 1280),
        new("quy-trinh-mau", "tue.dt", "/quan-tri/quy-trinh/field-trip-v1/chay-thu", 1280)
            { Before = (page, _) => FillInAsync(page), At = "[data-testid=sample]" },
        new("quy-trinh-kich-ban", "tue.dt", "/quan-tri/quy-trinh", 1280) { Before = KeepAsync },
        new("quy-trinh-ma", "tue.dt", "/quan-tri/quy-trinh/leader-task-v1/ma", 1280),
        new("de-nghi-xem-truoc", "tue.dt", "/quan-tri/viec/area-end?cua=A018", 1280) { Before = AskAsync },
        new("de-nghi-phe-duyet", "duong.ha", "/quan-tri/de-nghi", 1280) { Before = OpenRequestAsync },
        new("de-nghi-hoan-tac", "duong.ha", "/quan-tri/de-nghi", 1280) { Before = ApproveAsync },
        new("dien-thoai", "quy.pc", "/viec", 390),
    ];

    /// <summary>With those that the modules bring: found, not listed.</summary>
    private static IEnumerable<GuideScreen> Screens => OfAllProcesses.Concat(typeof(IGuideScreens).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IGuideScreens)))
        .SelectMany(t => ((IGuideScreens)Activator.CreateInstance(t)!).Screens));

    [SkippableFact]
    public async Task Every_screen_of_the_guide_opens_fits_and_has_words()
    {
        var renews = Environment.GetEnvironmentVariable("PORTAL_GUIDE") == "1";
        var own = renews ? await PortalProcess.WithAsync($"--Demo:Password={PortalProcess.Password}") : null;
        var folder = renews ? Path.Combine(Guide, "hinh") : Directory.CreateTempSubdirectory("portal-guide-").FullName;
        try
        {
            // Administrators first: what they ask for is what leaders are shown.
            foreach (var people in Screens.GroupBy(s => (s.Login, s.Width)).OrderBy(g => g.Key.Login == "tue.dt" ? 0 : 1))
            {
                var page = await Windows.SignInAsync(own ?? portal, people.Key.Login, people.Key.Width, 900);
                foreach (var screen in people)
                {
                    var (name, _, path, width) = screen;
                    await page.GotoAsync((own ?? portal).Address + path);
                    await Expect(page.Locator("h1")).ToBeVisibleAsync();
                    await Expect(page.GetByText("Đang tải")).ToHaveCountAsync(0);
                    await (screen.Before?.Invoke(page, renews) ?? Task.CompletedTask);
                    await (screen.At is { } at
                        ? page.Locator(at).First.EvaluateAsync("e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 80)")
                        : page.EvaluateAsync("window.scrollTo(0, 0)"));
                    Assert.True(
                        await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0,
                            $"{name} is wider than {width} px");
                    Assert.DoesNotMatch(MissingText(), await page.Locator("main").InnerTextAsync());
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
                    Assert.True(new FileInfo(Path.Combine(folder, name + ".png")).Length > 10_000, name);
                }
            }
        }
        finally
        {
            if (own is not null)
            {
                await own.DisposeAsync();
            }
            else
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task FillInAsync(IPage page)
    {
        await page.GetByTestId("sample").ClickAsync();
        await Expect(page.GetByLabel("Địa điểm").First).Not.ToHaveValueAsync("");
    }

    // On a portal that others use too, nothing is drafted: the list of processes is looked at.
    private static async Task KeepAsync(IPage page, bool isOwn)
    {
        if (!isOwn)
        {
            return;
        }

        await page.GetByTestId("leader-task").GetByRole(AriaRole.Button, new() { Name = "Sửa (tạo bản nháp)" }).ClickAsync();
        await Expect(page.GetByTestId("open-publish")).ToBeVisibleAsync();
        await page.GotoAsync($"{page.Url}/chay-thu");
        for (var steps = 0; steps < 2; steps++)
        {
            await Expect(page.Locator("[data-testid^=action-]").First).ToBeVisibleAsync();
            if (await page.GetByTestId("sample").IsVisibleAsync())
            {
                await page.GetByTestId("sample").ClickAsync();
            }

            await page.Locator("[data-testid^=action-]").First.ClickAsync();
            await Expect(page.Locator("[data-testid=dry-log] > ol > li")).ToHaveCountAsync(steps + 1);
        }

        await page.Locator("#ten-kich-ban").FillAsync("Giao nhiệm vụ, người được giao nhận");
        await page.GetByTestId("keep").ClickAsync();
        await Expect(page.GetByTestId("scenarios")).ToContainTextAsync("người được giao nhận");
    }

    private static async Task AskAsync(IPage page, bool isOwn)
    {
        await page.GetByLabel("Ngày cuối cùng").First.FillAsync("31/12/2026");
        await page.GetByLabel("Lý do").First.FillAsync("Theo nghị quyết sắp xếp đơn vị hành chính");
        await page.GetByTestId("save").ClickAsync();
        await Expect(page.GetByTestId("confirm")).ToBeVisibleAsync();
        if (isOwn)
        {
            var asks = await page.Context.NewPageAsync();
            await asks.GotoAsync(page.Url);
            await AskAsync(asks, isOwn: false);
            await asks.Locator("#loi-nhan").FillAsync("Kính trình các đồng chí lãnh đạo Ban");
            await asks.GetByTestId("confirm").ClickAsync();
            await Expect(asks.GetByTestId("withdraw")).ToBeVisibleAsync();
            await asks.CloseAsync();
        }
    }

    private static async Task OpenRequestAsync(IPage page, bool isOwn)
    {
        if (isOwn)
        {
            await page.GetByTestId("requests").GetByRole(AriaRole.Link).First.ClickAsync();
            await Expect(page.GetByTestId("state")).ToBeVisibleAsync();
        }
    }

    private static async Task ApproveAsync(IPage page, bool isOwn)
    {
        await OpenRequestAsync(page, isOwn);
        if (isOwn)
        {
            await page.GetByTestId("approve").ClickAsync();
            await AgreeAsync(page);
            await Expect(page.GetByTestId("take-back")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public void The_guide_shows_exactly_these_screens_and_every_link_in_it_leads_somewhere()
    {
        var pages = Directory.GetFiles(Guide, "*.md");
        Assert.True(pages.Length >= 4);
        var links = pages.SelectMany(p => LinkPattern().Matches(File.ReadAllText(p)).Select(m => m.Groups[1].Value)).ToList();
        Assert.Empty(links.Where(l => !File.Exists(Path.Combine(Guide, l))));
        Assert.Equal(Screens.Select(s => $"hinh/{s.Name}.png").Order(),
            links.Where(l => l.StartsWith("hinh/", StringComparison.Ordinal)).Distinct().Order());
    }

    // A key that has no text would show as itself.
    [GeneratedRegex(@"\b(?:Review|Meeting|Trip|Plan|Area|Calendar|Notice|Bulk|Common|field|option|action)\.[A-Za-z]+\b")]
    private static partial Regex MissingText();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex LinkPattern();
}
