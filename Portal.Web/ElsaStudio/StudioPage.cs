using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;
using Portal.Web.Operations.Authoring;
using Portal.Web.Security;
using Portal.Web.Setup;
using Portal.Web.Shared;
using Portal.Web.Texts;

namespace Portal.Web.ElsaStudio;

/// <summary>
/// The page on which Elsa Studio runs, and the files of its package, which an office lays into the data folder if it wants them
/// (<c>docs/operations.md</c>). Apart from the portal's own pages: with a policy of its own, for designers.
/// </summary>
internal static class StudioPage
{
    /// <summary>Folder of the package in the data folder, and its address.</summary>
    public const string Folder = "elsa-studio";

    // WebAssembly, and the workers of its code editor; all of it from this host.
    private const string Policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
            + "font-src 'self' data:; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'self'; "
            + "frame-ancestors 'none'";

    private static readonly string[] Styles =
    [
        "_content/MudBlazor/MudBlazor.min.css", "_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.css",
        "_content/Radzen.Blazor/css/material-base.css", "_content/Elsa.Studio.Shell/css/shell.css",
        "Elsa.Studio.Host.CustomElements.styles.css",
    ];

    private static readonly string[] Scripts =
    [
        Own, "_content/BlazorMonaco/jsInterop.js", "_content/BlazorMonaco/lib/monaco-editor/min/vs/loader.js",
        "_content/BlazorMonaco/lib/monaco-editor/min/vs/editor/editor.main.js", "_content/MudBlazor/MudBlazor.min.js",
        "_content/CodeBeam.MudBlazor.Extensions/MudExtensions.min.js", "_content/Radzen.Blazor/Radzen.Blazor.js",
        "_framework/blazor.webassembly.js",
    ];

    private const string Own = "portal-studio.js";

    // Studio sets its hot keys up in a script inside its page, which the policy blocks; without them the editor does not start. A row of
    // its list leads to the editor.
    private const string Script = $$"""
        window.editorHotkeys = { register() {}, dispose() {} };
        customElements.whenDefined('elsa-workflow-definition-list').then(() => {
          const list = document.querySelector('elsa-workflow-definition-list');
          if (list) list.editWorkflowDefinition = id => location.assign('{{Routes.ElsaStudio}}/' + encodeURIComponent(id));
        });

        """;

    private static readonly FileExtensionContentTypeProvider Types = new(
        new Dictionary<string, string>(new FileExtensionContentTypeProvider().Mappings) { [".dat"] = "application/octet-stream" });

    public static void Map(WebApplication app)
    {
        app.MapGet(Routes.ElsaStudio, (Delegate)((HttpContext http) => PageAsync(http, null))).RequireAuthorization(Policies.Design)
            .ExcludeFromDescription();
        app.MapGet(Routes.ElsaStudio + "/{definitionId}", (string definitionId, HttpContext http) => PageAsync(http, definitionId))
            .RequireAuthorization(Policies.Design).ExcludeFromDescription();
        app.MapGet($"/{Folder}/{{**path}}", File).RequireAuthorization(Policies.Design).ExcludeFromDescription();
    }

    /// <summary>Whether the package is there.</summary>
    public static bool IsInstalled(DataOptions data) =>
        System.IO.File.Exists(Path.Combine(data.Folder, Folder, "_framework", "blazor.webassembly.js"));

    private static async Task<IResult> PageAsync(HttpContext http, string? definitionId)
    {
        var services = http.RequestServices;
        var texts = services.GetRequiredService<Localizer>();
        var actor = http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());
        if (!(await services.GetRequiredService<ProcessDesign>().RightsAsync(actor)).Changes)
        {
            return Page(AppErrors.Page(texts, texts["Common.RefusedTitle"], texts["Studio.DesignersOnly"]), StatusCodes.Status403Forbidden);
        }

        if (!IsInstalled(services.GetRequiredService<IOptions<DataOptions>>().Value))
        {
            return Page(AppErrors.Page(texts, texts["Studio.Title"], texts["Studio.NotInstalled"]));
        }

        http.Response.Headers.ContentSecurityPolicy = Policy;
        var token = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        var endpoint = $"{http.Request.Scheme}://{http.Request.Host}{StudioEndpoints.Root}";
        var settings = $"""
            remote-endpoint="{Encode(endpoint)}" tenant-id="{Encode(token.RequestToken)}" tenant-id-header-name="{Encode(token.HeaderName)}"
            """;
        var element = definitionId is null
            ? $"<elsa-workflow-definition-list {settings}></elsa-workflow-definition-list>"
            : $"""<elsa-workflow-definition-editor definition-id="{Encode(definitionId)}" {settings}></elsa-workflow-definition-editor>""";
        return Page($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(texts["Studio.Title"])}</title><base href="/{Folder}/">
            {string.Concat(Styles.Select(s => $"<link rel=\"stylesheet\" href=\"{s}\">"))}</head>
            <body><a href="{Routes.Processes}">{Encode(texts["Studio.Back"])}</a>
            {element}
            {string.Concat(Scripts.Select(s => $"<script src=\"{s}\"></script>"))}</body></html>
            """);
    }

    private static IResult Page(string html, int status = StatusCodes.Status200OK) =>
        Results.Content(html, "text/html; charset=utf-8", statusCode: status);

    private static IResult File(string? path, HttpContext http, IOptions<DataOptions> data)
    {
        if (path == Own)
        {
            return Results.Text(Script, "text/javascript");
        }

        var root = Path.GetFullPath(Path.Combine(data.Value.Folder, Folder)) + Path.DirectorySeparatorChar;
        var file = Path.GetFullPath(Path.Combine(root, path ?? ""));
        if (!file.StartsWith(root, StringComparison.Ordinal)
            || !System.IO.File.Exists(file)
            || !Types.TryGetContentType(file, out var type))
        {
            return Results.NotFound();
        }

        // The package brings each file compressed as well.
        http.Response.Headers.CacheControl = "private, max-age=86400";
        http.Response.Headers.Vary = "Accept-Encoding";
        foreach (var (encoding, suffix) in new[] { ("br", ".br"), ("gzip", ".gz") })
        {
            if (http.Request.Headers.AcceptEncoding.ToString().Contains(encoding, StringComparison.Ordinal)
                && System.IO.File.Exists(file + suffix))
            {
                http.Response.Headers.ContentEncoding = encoding;
                return Results.File(file + suffix, type);
            }
        }

        return Results.File(file, type);
    }

    private static string Encode(string? text) => WebUtility.HtmlEncode(text ?? "");
}
