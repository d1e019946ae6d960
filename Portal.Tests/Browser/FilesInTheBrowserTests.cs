using System.Net.Http.Headers;
using System.Text;
using Microsoft.Playwright;
using Portal.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Files that people attach to a form, and what comes back when they open one.</summary>
public class FilesInTheBrowserTests(PortalProcess portal, TestKit.Browser browser) : BrowserTests(browser)
{
    private static readonly byte[] _pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF");

    [SkippableFact]
    public async Task Whatever_a_file_is_called_it_goes_out_as_a_download_of_its_own_type()
    {
        var page = await Windows.SignInAsync(portal, "cuong.dm");
        await OpenFilesAsync(page);
        string[] names = ["Biên bản \"mật\"; filename=x.html.pdf", "<b onclick=x>.pdf", "..pdf.pdf", "Tờ trình số 12 – đợt 1.pdf"];
        await page.Locator("input[type=file]").Last.SetInputFilesAsync(names.Select(n => Pdf(n)));
        var links = page.Locator(".files a");
        await Expect(links).ToHaveCountAsync(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            var answer = await page.APIRequest.GetAsync(portal.Address.TrimEnd('/') + await links.Nth(i).GetAttributeAsync("href"));
            Assert.Equal((200, "application/pdf", "nosniff"),
                (answer.Status, answer.Headers["content-type"], answer.Headers["x-content-type-options"]));
            var disposition = ContentDispositionHeaderValue.Parse(answer.Headers["content-disposition"]);
            Assert.Equal("attachment", disposition.DispositionType);
            Assert.Equal(["filename", "filename*"], disposition.Parameters.Select(p => p.Name).Order());
            Assert.EndsWith(".pdf", disposition.FileNameStar, StringComparison.Ordinal);
            Assert.Equal(_pdf, await answer.BodyAsync());
        }
    }

    [SkippableFact]
    public async Task Of_each_file_that_is_not_taken_it_says_why_and_the_others_stay()
    {
        var page = await Windows.SignInAsync(portal, "sau.lv");
        await OpenFilesAsync(page);
        await page.Locator("input[type=file]").Last.SetInputFilesAsync(
        [
            Pdf("Kế hoạch.pdf"),
            new FilePayload { Name = "ảnh.png", MimeType = "image/png", Buffer = "không phải ảnh"u8.ToArray() },
            new FilePayload { Name = "lớn.pdf", MimeType = "application/pdf", Buffer = new byte[21 * 1024 * 1024] },
        ]);
        await Expect(page.Locator(".files a").Filter(new() { HasText = "Kế hoạch.pdf" })).ToBeVisibleAsync();
        var refused = page.Locator(".uploads li");
        await Expect(refused.Filter(new() { HasText = "ảnh.png" })).ToContainTextAsync("Chỉ nhận PDF");
        await Expect(refused.Filter(new() { HasText = "lớn.pdf" })).ToContainTextAsync("Tệp lớn quá 20 MB");
        await refused.Filter(new() { HasText = "ảnh.png" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(refused).ToHaveCountAsync(1);

        await page.Locator("input[type=file]").Last.SetInputFilesAsync([.. Enumerable.Range(1, 21).Select(i => Pdf($"tệp {i}.pdf"))]);
        await Expect(page.Locator(".files a").Filter(new() { HasText = "tệp 19.pdf" })).ToBeVisibleAsync();
        await Expect(refused.Filter(new() { HasText = "tệp 20.pdf" })).ToContainTextAsync("chỉ còn nhận");
    }

    private async Task OpenFilesAsync(IPage page)
    {
        await page.GotoAsync($"{portal.Address}/bat-dau/regulation-feedback");
        await NoSecretAsync(page);
        await page.Locator("input[type=file]").Last.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static FilePayload Pdf(string name) => new() { Name = name, MimeType = "application/pdf", Buffer = _pdf };
}
