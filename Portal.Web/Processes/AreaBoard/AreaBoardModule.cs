using MudBlazor;
using Portal.Domain.Cases;
using Portal.Web.Documents;
using Portal.Web.Operations;
using Portal.Web.Security;
using Portal.Web.Texts;

namespace Portal.Web.Processes.AreaBoard;

/// <summary>Đ1.1: every area of a leader on one page, and all that is known of one area on one line of time.</summary>
public sealed class AreaBoardModule : ProcessModule
{
    public const string BoardPage = "/bang-dia-ban";

    public override IEnumerable<MenuEntry> Menu => [new(38, BoardPage, Icons.Material.Filled.GridView, "AreaBoard.Title")];

    public override IEnumerable<ScreenPart> OfArea(string areaId) =>
        [ScreenPart.Of<AreaTimelineCard>((nameof(AreaTimelineCard.AreaId), areaId))];

    public override void AddServices(IServiceCollection services) =>
        services.AddSingleton<AreaBoardQueries>().AddSingleton<AreaTimelines>().AddSingleton<AreaBoardFiles>();

    public override void MapDocuments(IEndpointRouteBuilder routes)
    {
        routes.MapGet(BoardPage + "/bang.xlsx", SheetAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        routes.MapGet(BoardPage + "/bang.docx", DocumentAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
    }

    private static Task<IResult> SheetAsync(
        HttpContext http, AreaBoardQueries board, AreaBoardFiles files, PortalOperations operations, Localizer texts,
        CancellationToken cancellation) =>
        MakeAsync(http, board, operations, texts, (b, _, c) => files.Sheet(b, c), Sheet.ContentType, "xlsx", cancellation);

    private static Task<IResult> DocumentAsync(
        HttpContext http, AreaBoardQueries board, AreaBoardFiles files, PortalOperations operations, Localizer texts,
        CancellationToken cancellation) =>
        MakeAsync(http, board, operations, texts, files.Document, PartyDocument.ContentType, "docx", cancellation);

    private static async Task<IResult> MakeAsync(
        HttpContext http, AreaBoardQueries board, PortalOperations operations, Localizer texts,
        Func<AreaBoardView, AreaBoardFilter, CaseContext, byte[]> make, string type, string ending, CancellationToken cancellation)
    {
        var actor = http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());
        var filter = AreaBoardAddress.Of(key => http.Request.Query[key].ToString());
        var found = await board.ExportAsync(actor, filter, cancellation);
        if (!found.IsSuccess)
        {
            return DocumentEndpoints.Refused(found.Refusal, texts);
        }

        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(make(found.Value, filter, context), type, $"bang-dia-ban-{context.Today:yyyy-MM-dd}.{ending}");
    }
}
