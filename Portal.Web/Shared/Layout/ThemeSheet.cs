using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace Portal.Web.Shared.Layout;

/// <summary>
/// The theme as one style sheet that browsers keep, made once from what MudBlazor's own theme provider writes, light and dark. A
/// provider on each page would write the same 8 KB into each, hold them in each circuit, and show the light page before the dark one.
/// </summary>
public sealed partial class ThemeSheet(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    private readonly Lock _gate = new();
    private Task<string>? _text;

    public const string Path = "/theme.css";

    /// <summary>The address, which changes with the content.</summary>
    public async Task<string> AddressAsync() =>
        $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(await TextAsync())))[..16]}";

    public static void Map(WebApplication app) =>
        app.MapGet(Path, async (HttpContext http, ThemeSheet sheet) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text(await sheet.TextAsync(), "text/css", Encoding.UTF8);
        }).AllowAnonymous().ExcludeFromDescription();

    private Task<string> TextAsync()
    {
        lock (_gate)
        {
            return _text ??= MakeAsync(scopes, logs);
        }
    }

    private static async Task<string> MakeAsync(IServiceScopeFactory scopes, ILoggerFactory logs)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var (light, dark) = (await DrawAsync(renderer, false), await DrawAsync(renderer, true));

        // A page for the printer is light whatever the person chose.
        return light.Replace(":root", ":root, .always-light", StringComparison.Ordinal)
            + Variables().Match(dark).Value.Replace(":root", ":root[data-theme=dark]", StringComparison.Ordinal);
    }

    private static async Task<string> DrawAsync(HtmlRenderer renderer, bool dark)
    {
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<MudThemeProvider>(
            ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(MudThemeProvider.Theme)] = PortalTheme.Theme,
                [nameof(MudThemeProvider.IsDarkMode)] = dark,
            }))).ToHtmlString());
        return string.Concat(Style().Matches(html).Select(m => m.Groups["rules"].Value));
    }

    [GeneratedRegex("<style[^>]*>(?<rules>.*?)</style>", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Style();

    [GeneratedRegex(@":root\s*\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Variables();
}
