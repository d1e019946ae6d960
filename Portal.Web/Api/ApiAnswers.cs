using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Net.Http.Headers;
using Portal.Web.Security;
using Portal.Web.Texts;

namespace Portal.Web.Api;

/// <summary>Whatever the API refuses, it says so as <c>application/problem+json</c>, to a person whom the limits then know.</summary>
internal static class ApiAnswers
{
    public static void UseApiAnswers(this WebApplication app) => app.UseWhen(Doors.IsApi, api => api.Use(AnswerAsync));

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        // The token is read before the limits count: they count by person. It is read once; authorization is given the same answer.
        var token = await context.AuthenticateAsync(IdentityConstants.BearerScheme);
        if (token.Principal is { } person)
        {
            context.User = person;
        }

        if (context.HasEndpoint() && !IsUtf8(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        else if (context.HasEndpoint())
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status403Forbidden, ContentType: null }
                && token.Principal is { } holder
                && !await context.RequestServices.GetRequiredService<AccountCheck>().IsGoodAsync(holder, context.RequestAborted))
            {
                // A token that was ended is none: its program has to sign in again.
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
        }
        else if (token.Principal is null)
        {
            // Who has not signed in does not learn which addresses there are.
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (context.GetEndpoint()?.RequestDelegate is { } refusing)
        {
            // Routing's own answer: another method (405, with those that are allowed) or another type of content (415).
            await refusing(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            await ExplainAsync(context);
        }
    }

    // JSON is UTF-8 (RFC 8259); a name of another character set, or of none, is not looked up.
    private static bool IsUtf8(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.Charset.Length == 0
            || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase);

    private static Task ExplainAsync(HttpContext context)
    {
        var texts = context.RequestServices.GetRequiredService<Localizer>();
        var status = context.Response.StatusCode;
        return Results.Problem(statusCode: status, title: texts.First(texts["Common.Unexpected"], $"Request.Status{status}"))
            .ExecuteAsync(context);
    }
}
