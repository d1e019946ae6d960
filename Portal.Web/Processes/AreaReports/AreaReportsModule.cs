using MudBlazor;
using Portal.Domain.AreaReports;
using Portal.Web.Documents;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Shared;

namespace Portal.Web.Processes.AreaReports;

/// <summary>S-01: monthly reports of the areas, and RP-06, which sums a month up; S-02: briefings.</summary>
public sealed class AreaReportsModule : ProcessModule
{
    public const string RegisterPage = "/bao-cao-thang";

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<AreaMonths>().AddSingleton<AreaReportWords>().AddSingleton<AreaReportRegister>().AddSingleton<AreaReportFiles>()
        .AddSingleton<AreaDigests>().AddSingleton<AreaDigestFile>().AddSingleton<AreaBriefingFile>();

    public override IEnumerable<MenuEntry> Menu => [new(37, RegisterPage, Icons.Material.Filled.Summarize, "AreaReport.Title")];

    /// <summary>RP-06 and RP-05 as files; RP-05 from the records, and as a lead wrote it.</summary>
    public override void MapDocuments(IEndpointRouteBuilder routes)
    {
        foreach (var kind in FileKind.Both)
        {
            routes.MapFile(
                $"{RegisterPage}/tong-hop.{kind.Ending}",
                (FileRequest asked, AreaReportRegister register, AreaReportFiles files, CancellationToken cancellation) =>
                    GiveAsync(kind, asked, register, files, cancellation));
        }

        routes.MapFile(Routes.Areas + "/{id}/tom-tat.docx", DigestAsync);
        routes.MapFile(Routes.Cases + "/{address}/bao-cao.docx", BriefingAsync);
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

    private static async Task<IResult> DigestAsync(
        string id, FileRequest asked, AreaDigests digests, AreaDigestFile file, CancellationToken cancellation) =>
        await asked.GiveAsync(
            await digests.MakeAsync(asked.Actor, id, asked.Day("tu") ?? DateOnly.MinValue, cancellation),
            FileKind.Document,
            file.Make,
            _ => $"tom-tat-{id}");

    private static async Task<IResult> BriefingAsync(
        string address, FileRequest asked, CaseQueries cases, AreaBriefingFile file, PortalOperations operations,
        CancellationToken cancellation)
    {
        var found = await cases.FindAsync(asked.Actor, Routes.NumberOf(address), cancellation);
        if (!found.IsSuccess || found.Value.Subject is not AreaBriefing briefing
            || AreaBriefingScreens.SectionsOf(found.Value) is not { Count: > 0 } sections)
        {
            return Results.NotFound();
        }

        var number = found.Value.Case.Number;
        return await asked.GiveAsync(
            await operations.RecordAsync(
                asked.Actor, "Case.BriefingTaken", number, caseId: briefing.CaseId, cancellation: cancellation),
            FileKind.Document,
            context => file.Make(briefing, sections, context),
            $"bao-cao-{number.Replace('/', '-')}");
    }
}
