using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Security;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>
/// Who asks for a file, and how it is answered: what goes into it is read, with its rights, and the act recorded before anything is
/// written.
/// </summary>
public sealed class FileRequest
{
    private readonly HttpContext _http;

    private FileRequest(HttpContext http) => _http = http;

    public Actor Actor => _http.User.ToActor(_http.Connection.RemoteIpAddress?.ToString());

    private IServiceProvider Services => _http.RequestServices;

    /// <summary>A value of the address by its key; empty where it has none.</summary>
    public string Value(string key) => _http.Request.Query[key].ToString();

    /// <summary>A day of the address; null for what is none.</summary>
    public DateOnly? Day(string key) => AddressDay.Of(Value(key));

    public ValueTask<CaseContext> ContextAsync() =>
        Services.GetRequiredService<PortalOperations>().ContextAsync(Actor, cancellation: _http.RequestAborted);

    /// <summary>The file, or why there is none.</summary>
    /// <param name="found">What goes into it, or the refusal of who asked.</param>
    /// <param name="name">Without its ending.</param>
    public async Task<IResult> GiveAsync<T>(
        Result<T> found, FileKind kind, Func<T, CaseContext, byte[]> make, Func<CaseContext, string> name)
    {
        if (!found.IsSuccess)
        {
            return Refused(found.Refusal);
        }

        var context = await ContextAsync();
        return Results.File(make(found.Value, context), kind.ContentType, $"{name(context)}.{kind.Ending}");
    }

    /// <summary>The same of what was read before, once it is recorded that it is taken away.</summary>
    public Task<IResult> GiveAsync(Result recorded, FileKind kind, Func<CaseContext, byte[]> make, string name) =>
        GiveAsync<bool>(recorded.IsSuccess ? true : recorded.Refusal, kind, (_, context) => make(context), _ => name);

    /// <summary>What a browser shows of a file that is not made.</summary>
    public IResult Refused(Refusal refusal)
    {
        var texts = Services.GetRequiredService<Localizer>();
        return refusal switch
        {
            { Fields: [var field, ..] } => Results.Text(texts.Of(field), statusCode: StatusCodes.Status400BadRequest),
            { Kind: RefusalKind.Storage } => Results.Text(texts.Of(refusal), statusCode: StatusCodes.Status503ServiceUnavailable),
            _ => Results.NotFound(),
        };
    }

    /// <summary>Called by the framework for handlers that ask for one.</summary>
    public static ValueTask<FileRequest?> BindAsync(HttpContext context) => ValueTask.FromResult<FileRequest?>(new FileRequest(context));
}
