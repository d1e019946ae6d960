using MudBlazor;
using Portal.Web.Documents;
using Portal.Web.Shared;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-01: monthly reports of the areas, and RP-06, which sums a month up.</summary>
public sealed class AreaReportsModule : ProcessModule
{
    public const string RegisterPage = "/bao-cao-thang";

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<AreaMonths>().AddSingleton<AreaReportWords>().AddSingleton<AreaReportRegister>().AddSingleton<AreaReportFiles>()
        .AddSingleton<AreaBriefings>().AddSingleton<AreaBriefingFile>();

    public override IEnumerable<MenuEntry> Menu => [new(37, RegisterPage, Icons.Material.Filled.Summarize, "AreaReport.Title")];

    /// <summary>RP-06 and RP-05 as files.</summary>
    public override void MapDocuments(IEndpointRouteBuilder routes)
    {
        foreach (var kind in FileKind.Both)
        {
            routes.MapFile(
                $"{RegisterPage}/tong-hop.{kind.Ending}",
                (FileRequest asked, AreaReportRegister register, AreaReportFiles files, CancellationToken cancellation) =>
                    GiveAsync(kind, asked, register, files, cancellation));
        }

        routes.MapFile(Routes.Areas + "/{id}/tom-tat.docx", BriefingAsync);
    }

    private static async Task<IResult> GiveAsync(
        FileKind kind, FileRequest asked, AreaReportRegister register, AreaReportFiles files, CancellationToken cancellation)
    {
        var filter = AreaReportAddress.Of(asked.Value, await asked.ContextAsync());
        return await asked.GiveAsync(
            await register.ExportAsync(asked.Actor, filter, cancellation),
            kind,
            (rows, context) => kind == FileKind.Sheet ? files.Sheet(rows, filter, context) : files.Document(rows, filter, context),
            _ => $"bao-cao-thang-{filter.Month:yyyy-MM}");
    }

    private static async Task<IResult> BriefingAsync(
        string id, FileRequest asked, AreaBriefings briefings, AreaBriefingFile file, CancellationToken cancellation) =>
        await asked.GiveAsync(
            await briefings.MakeAsync(asked.Actor, id, asked.Day("tu") ?? DateOnly.MinValue, cancellation),
            FileKind.Document,
            file.Make,
            _ => $"tom-tat-{id}");
}
