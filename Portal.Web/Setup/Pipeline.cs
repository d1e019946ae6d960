using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Portal.Domain.Common;
using Portal.Web.Api;
using Portal.Web.Documents;
using Portal.Web.ElsaStudio;
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
        app.UseOwnLines();
        app.UseResponseCompression();
        app.UseExceptionHandler(AppErrors.Handle);
        app.UseStatusCodePagesForBrowsers();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseApiAnswers();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseJsonGate();
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
        app.MapElsaStudio();
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

            app.UseWhen(c => !c.Request.IsHttps && !c.IsAt(DoorKind.Watched), clear => clear.Run(RefuseTheClearAsync));
        }
    }

    // A page is led to HTTPS; a program that sends its secret in the clear, and a form, is told so, and does not go on doing it unnoticed
    // (ASVS 4.1.2).
    private static Task RefuseTheClearAsync(HttpContext context)
    {
        if (!context.IsApi() && !context.IsAt(DoorKind.Secret)
            && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            var port = context.RequestServices.GetRequiredService<IConfiguration>().GetValue<int?>("HTTPS_PORT");
            var host = port is { } known and not 443
                ? new HostString(context.Request.Host.Host, known)
                : new HostString(context.Request.Host.Host);
            var target = UriHelper.BuildAbsolute(
                "https", host, context.Request.PathBase, context.Request.Path, context.Request.QueryString);
            context.Response.Redirect(target, permanent: true, preserveMethod: true);
            return Task.CompletedTask;
        }

        return TypedResults.Problem(
            statusCode: StatusCodes.Status403Forbidden,
            title: context.RequestServices.GetRequiredService<Texts.Localizer>()["Common.HttpsOnly"]).ExecuteAsync(context);
    }

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
            var isPage = !context.IsApi() && !context.IsLine();
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

    /// <summary>A browser names the page that opens a line. Another site's page would bring the person's cookie along.</summary>
    private static void UseOwnLines(this WebApplication app) => app.UseWhen(Doors.IsLine, line => line.Use((context, next) =>
    {
        var isForeign = context.Request.Headers.Origin is [{ Length: > 0 } origin]
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && string.Equals(page.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase));
        if (!isForeign)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }));

    /// <summary>
    /// The server would wait for lines of open pages until its patience is over, half a minute: they are cut when nothing is left to keep.
    /// </summary>
    private static void UseLinesUntilTheEnd(this WebApplication app) => app.UseWhen(
        Doors.IsLine,
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
        if (context.User.Identity?.IsAuthenticated == true
            && context.User.FindFirstValue(PersonClaim.Person) is not null
            && !IsFree(context))
        {
            var year = VietnamTime.DayOf(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).Year;
            var change = context.User.HasClaim(c => c.Type == PersonClaim.MustChangePassword);

            // The yearly notice is read on a page; a system that signs in with a token of the API has its own.
            var isApi = context.IsApi();
            var confirmed = !context.User.HasClaim(c => c.Type == PersonClaim.Session)
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
        || context.IsAt(DoorKind.FirstThings) || context.IsLine();

    /// <summary>
    /// Calendar programs cannot sign in: whoever knows the secret address reads that person's times and areas. They ask again and again, so
    /// what they have already is not sent anew.
    /// </summary>
    private static void MapCalendarFeeds(this WebApplication app) =>
        app.MapMethods(
            "/lich/{secret}.ics",
            [HttpMethods.Get, HttpMethods.Head],
            async (string secret, CalendarFeeds feeds, HttpContext http, CancellationToken cancellation) =>
            {
                if (await feeds.ReadAsync(secret, cancellation) is not { } calendar)
                {
                    return Results.NotFound();
                }

                http.Response.Headers.CacheControl = "private, no-cache";
                var bytes = Encoding.UTF8.GetBytes(calendar);
                return Results.Bytes(
                    bytes,
                    "text/calendar; charset=utf-8",
                    entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(bytes))}\""));
            }).AllowAnonymous().WithMetadata(new DoorAttribute(DoorKind.Secret)).ExcludeFromDescription();

    /// <summary>Files of a case, to those who may read it.</summary>
    private static void MapFiles(this WebApplication app) =>
        app.MapGet(
            "/tep/{id:guid}",
            async (
                Guid id, HttpContext http, CaseActs acts, AttachmentFiles files, Texts.Localizer texts, CancellationToken cancellation) =>
            {
                var actor = http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());
                var found = await acts.FindFileAsync(actor, id, cancellation);
                if (!found.IsSuccess)
                {
                    return found.Refusal.Kind == RefusalKind.NotFound
                        ? Results.NotFound()
                        : Results.Content(
                            AppErrors.Page(texts, texts["Common.UnexpectedTitle"], texts.Of(found.Refusal)),
                            "text/html; charset=utf-8",
                            statusCode: StatusCodes.Status503ServiceUnavailable);
                }

                var file = found.Value;
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
