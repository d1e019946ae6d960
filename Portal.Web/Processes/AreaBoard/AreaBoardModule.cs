using MudBlazor;
using Portal.Web.Documents;

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
        foreach (var kind in FileKind.Both)
        {
            routes.MapFile(
                $"{BoardPage}/bang.{kind.Ending}",
                (FileRequest asked, AreaBoardQueries board, AreaBoardFiles files, CancellationToken cancellation) =>
                    GiveAsync(kind, asked, board, files, cancellation));
        }
    }

    private static async Task<IResult> GiveAsync(
        FileKind kind, FileRequest asked, AreaBoardQueries board, AreaBoardFiles files, CancellationToken cancellation)
    {
        var filter = AreaBoardAddress.Of(asked.Value);
        return await asked.GiveAsync(
            await board.ExportAsync(asked.Actor, filter, cancellation),
            kind,
            (found, context) => kind == FileKind.Sheet ? files.Sheet(found, context) : files.Document(found, filter, context),
            context => $"bang-dia-ban-{context.Today:yyyy-MM-dd}");
    }
}
