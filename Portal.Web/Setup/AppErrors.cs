using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Portal.Web.Persistence;
using Portal.Web.Security;

namespace Portal.Web.Setup;

/// <summary>Unexpected errors: an honest page or problem details, never a stack trace.</summary>
public static class AppErrors
{
    public static void Handle(IApplicationBuilder app) => app.Run(async context =>
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is BadHttpRequestException bad)
        {
            context.Response.StatusCode = bad.StatusCode;
        }

        // A file that cannot be read is no error of the program: who asks may come again.
        var fault = error is null ? null : StorageFaults.Of(error);
        if (fault is not null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        if (context.IsApi())
        {
            await (fault is null
                ? Results.Problem(statusCode: context.Response.StatusCode)
                : Api.ApiEndpoints.Problem(fault, context.RequestServices.GetRequiredService<Texts.Localizer>())).ExecuteAsync(context);
        }
        else
        {
            await WriteAsync(
                context,
                "Common.UnexpectedTitle",
                fault?.Code ?? "Common.Unexpected");
        }
    });

    /// <summary>A page of one sentence, with the status that the answer has already.</summary>
    public static Task WriteAsync(HttpContext context, string title, string text)
    {
        // Runs outside of the middleware that sets the language of the request.
        CultureInfo.CurrentUICulture = context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture
            ?? CultureInfo.CurrentUICulture;
        var texts = context.RequestServices.GetRequiredService<Texts.Localizer>();
        context.Response.ContentLength = null;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Page(texts, texts[title], texts[text]));
    }

    /// <summary>A page that needs nothing of the portal but its words and its style sheet.</summary>
    public static string Page(Texts.Localizer texts, string title, string text)
    {
        var html = System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
        return $"""
            <!doctype html>
            <html lang="{(Texts.Localizer.IsEnglish ? "en" : "vi")}" translate="no">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>{html.Encode(title)}</title>
            <link rel="stylesheet" href="/app.css">
            <body>
            <main class="plain">
            <p class="plain-brand">{html.Encode(texts["Layout.Brand"])}</p>
            <section class="card">
            <h1>{html.Encode(title)}</h1>
            <p>{html.Encode(text)}</p>
            <p><a href="/">{html.Encode(texts["Common.ToHome"])}</a></p>
            </section>
            </main>
            </body>
            </html>
            """;
    }
}
