using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Portal.Domain.Common;
using Portal.Web.Api;
using Portal.Web.Documents;
using Portal.Web.Features.Account;
using Portal.Web.Monitoring;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Files;
using Portal.Web.Security;

namespace Portal.Web.Setup;

public static class Pipeline
{
    /// <summary>What each request goes through, and where it may go.</summary>
    public static void UsePortal(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseTransport();
        app.UseResponseCompression();
        app.UseExceptionHandler(AppErrors.Handle);
        app.UseStatusCodePagesForBrowsers();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseFirstThingsFirst();
        app.UseLinesUntilTheEnd();
        app.MapStaticAssets().AllowAnonymous();
        Shared.Layout.ThemeSheet.Map(app);
        app.MapHealth();
        app.MapAccountEndpoints();
        OpenIdConnect.Map(app);
        app.MapFiles();
        app.MapDocuments();
        app.MapCalendarFeeds();
        app.MapApi();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>Who is really calling, behind a proxy; and no other way than HTTPS where that is said.</summary>
    private static void UseTransport(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value;
        if (options.Proxies.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            };
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in options.Proxies)
            {
                forwarded.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
            }

            app.UseForwardedHeaders(forwarded);
        }

        if (options.Https)
        {
            app.UseHsts();

            // A page is led to HTTPS; a program that sends its secret in the clear is told so, and does not go on doing it unnoticed (ASVS
            // 4.1.2).
            app.UseWhen(c => IsApi(c) && !c.Request.IsHttps, api => api.Run(c => TypedResults.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: c.RequestServices.GetRequiredService<Texts.Localizer>()["Common.HttpsOnly"]).ExecuteAsync(c)));
            app.UseHttpsRedirection();
        }
    }

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    /// <summary>
    /// A page that is not there gets the portal's own page, and what is refused without a word gets one; the API and the framework's own
    /// addresses answer plainly.
    /// </summary>
    private static void UseStatusCodePagesForBrowsers(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/khong-tim-thay", createScopeForStatusCodePages: true);
        app.Use(async (context, next) =>
        {
            await next(context);
            var isPage = !IsApi(context) && !context.Request.Path.Value!.StartsWith("/_", StringComparison.Ordinal);
            if ((!isPage || context.Response.StatusCode != StatusCodes.Status404NotFound)
                && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            // 400: a form whose token has gone; the page was open for too long, or somebody signed in beside it.
            if (isPage
                && context.Response is { HasStarted: false, ContentLength: null or 0, StatusCode: >= 400 and < 500 and not 404 } refused)
            {
                var (title, text) = refused.StatusCode switch
                {
                    StatusCodes.Status400BadRequest => ("Common.StaleTitle", "Common.Stale"),
                    StatusCodes.Status403Forbidden => ("Common.RefusedTitle", "Common.Forbidden"),
                    _ => ("Common.RefusedTitle", "Common.Unexpected"),
                };
                await AppErrors.WriteAsync(context, title, text);
            }
        });
    }

    /// <summary>
    /// The server would wait for lines of open pages until its patience is over, half a minute: they are cut when nothing is left to keep.
    /// </summary>
    private static void UseLinesUntilTheEnd(this WebApplication app) => app.UseWhen(
        c => c.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal),
        line => line.Use(async (context, next) =>
        {
            using var cut = context.RequestServices.GetRequiredService<ShutdownNotice>().Over.Register(context.Abort);
            await next(context);
        }));

    /// <summary>
    /// Before anything else: the first password is changed, a second factor is set up where a role demands one, and once a year the
    /// confidentiality notice is confirmed (Đ4.1-3, Đ7.A.6).
    /// </summary>
    private static void UseFirstThingsFirst(this WebApplication app) => app.Use(async (context, next) =>
    {
        var path = context.Request.Path;
        if (context.User.Identity?.IsAuthenticated == true
            && context.User.FindFirstValue(PersonClaim.Person) is not null
            && !IsFree(context))
        {
            var year = VietnamTime.DayOf(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).Year;
            var change = context.User.HasClaim(c => c.Type == PersonClaim.MustChangePassword);

            // The yearly notice is read on a page; a system that calls the API has its own.
            var isApi = path.StartsWithSegments("/api", StringComparison.Ordinal);
            var confirmed = isApi
                || context.User.FindFirstValue(PersonClaim.ConfidentialityYear) == year.ToString(CultureInfo.InvariantCulture);
            var code = context.User.HasClaim(c => c.Type == PersonClaim.MustSetUpTwoFactor);
            if (change || code || !confirmed)
            {
                if (isApi)
                {
                    await Results.Problem(
                        statusCode: StatusCodes.Status403Forbidden,
                        detail: context.RequestServices.GetRequiredService<Texts.Localizer>()["Account.FirstSteps"]).ExecuteAsync(context);
                    return;
                }

                var afterPassword = code ? Shared.Routes.TwoFactor : "/cam-ket-bao-mat";
                context.Response.Redirect(change ? "/doi-mat-khau" : afterPassword);
                return;
            }
        }

        await next(context);
    });

    // What everybody may have, the two pages themselves, and the line a page lives on.
    private static bool IsFree(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null
        || new[]
        {
            "/doi-mat-khau",
            "/cam-ket-bao-mat",
            "/hai-lop",
            "/dang-xuat",
            "/phien",
            "/_blazor",
        }.Any(p => context.Request.Path.StartsWithSegments(p, StringComparison.Ordinal));

    /// <summary>Calendar programs cannot sign in: whoever knows the secret address reads that person's times and areas.</summary>
    private static void MapCalendarFeeds(this WebApplication app) =>
        app.MapGet("/lich/{secret}.ics", async (string secret, CalendarFeeds feeds, HttpContext http, CancellationToken cancellation) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            return await feeds.ReadAsync(secret, cancellation) is { } calendar
                ? Results.Text(calendar, "text/calendar", System.Text.Encoding.UTF8)
                : Results.NotFound();
        }).AllowAnonymous().ExcludeFromDescription();

    /// <summary>Files of a case, to those who may read it.</summary>
    private static void MapFiles(this WebApplication app) =>
        app.MapGet(
            "/tep/{id:guid}",
            async (
                Guid id, HttpContext http, CaseActs acts, AttachmentFiles files, Texts.Localizer texts, CancellationToken cancellation) =>
            {
                var actor = http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());
                if (await acts.FindFileAsync(actor, id, cancellation) is not { } file)
                {
                    return Results.NotFound();
                }

                var opened = await files.OpenAsync(file, cancellation);
                if (!opened.IsSuccess)
                {
                    return Results.Content(
                        AppErrors.Page(texts, texts["File.DamagedTitle"], texts.Of(opened.Refusal)),
                        "text/html; charset=utf-8",
                        statusCode: StatusCodes.Status410Gone);
                }

                http.Response.Headers.XContentTypeOptions = "nosniff";
                return Results.File(opened.Value, file.ContentType, file.FileName);
            }).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
}
