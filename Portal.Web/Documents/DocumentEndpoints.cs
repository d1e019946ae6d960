using System.Text;
using Portal.Domain.Common;
using Portal.Web.Documents.Workbook;
using Portal.Web.Operations.Administration;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Authoring;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Compliance;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Processes;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Web.Texts;

namespace Portal.Web.Documents;

/// <summary>Files that are made for who asks (<see cref="FileRequest"/>).</summary>
public static class DocumentEndpoints
{
    public static void MapDocuments(this WebApplication app)
    {
        app.MapFile("/quan-tri/quy-trinh/{versionId}.json", DefinitionAsync, Policies.Design);
        app.MapFile("/quan-tri/xuat/{register}.xlsx", RegisterAsync, Policies.Administrator);
        app.MapFile(Routes.Workbook, WorkbookAsync, Policies.Administrator);
        app.MapFile("/nhat-ky/xuat.xlsx", TrailAsync);
        app.MapFile("/nhat-ky/neo.txt", AnchorsAsync);
        app.MapFile(Routes.ComplianceFile, ComplianceAsync);
        app.MapFile("/quy-trinh/{key}/so.xlsx", OwnRegisterAsync);
        foreach (var kind in FileKind.Both)
        {
            app.MapFile(
                $"{Routes.ReportItems}/so.{kind.Ending}",
                (FileRequest asked, ReportItemQueries items, ReportItemFiles files, CancellationToken cancellation) =>
                    ItemsAsync(kind, asked, items, files, cancellation));
            app.MapFile(
                $"{Routes.Calendar}/tuan.{kind.Ending}",
                (FileRequest asked, Schedule schedule, WeekProgramme programme, CancellationToken cancellation) =>
                    WeekAsync(kind, asked, schedule, programme, cancellation));
            foreach (var followed in Enum.GetValues<FollowedKind>())
            {
                app.MapFile(
                    $"{Routes.FollowUps(followed)}/so.{kind.Ending}",
                    (FileRequest asked, FollowUpQueries registers, FollowUpFiles files, CancellationToken cancellation) =>
                        FollowUpsAsync(followed, kind, asked, registers, files, cancellation));
            }
        }

        app.MapProcessModules();
    }

    /// <summary>Answers with a file whoever has signed in, or has the right to it; who may have what is in it is decided by what reads
    /// it.</summary>
    /// <param name="handler">Asks for a <see cref="FileRequest"/> and for what makes the file.</param>
    public static void MapFile(
        this IEndpointRouteBuilder routes, string pattern, Delegate handler, string policy = Policies.SignedIn) =>
        routes.MapGet(pattern, handler).RequireAuthorization(policy).ExcludeFromDescription();

    private static async Task<IResult> DefinitionAsync(
        string versionId, FileRequest asked, ProcessDesign design, CancellationToken cancellation)
    {
        var view = await design.OpenAsync(asked.Actor, versionId, cancellation);
        return view.IsSuccess
            ? Results.File(Encoding.UTF8.GetBytes(view.Value.Definition.Write(indented: true)), "application/json", $"{versionId}.json")
            : Results.NotFound();
    }

    private static async Task<IResult> RegisterAsync(
        string register, FileRequest asked, OrganisationImports imports, Localizer texts, TextCatalogue catalogue,
        CancellationToken cancellation) =>
        RegisterSheets.Of(register) is { } sheet
            ? await WriteAsync(asked, imports, texts, catalogue, register, sheet, cancellation)
            : Results.NotFound();

    private static Task<IResult> WorkbookAsync(
        FileRequest asked, OrganisationImports imports, Localizer texts, TextCatalogue catalogue, CancellationToken cancellation) =>
        WriteAsync(asked, imports, texts, catalogue, "so-du-lieu", null, cancellation);

    private static async Task<IResult> WriteAsync(
        FileRequest asked, OrganisationImports imports, Localizer texts, TextCatalogue catalogue, string name, string? sheet,
        CancellationToken cancellation) =>
        await asked.GiveAsync(
            await imports.RowsAsync(asked.Actor, name, cancellation),
            FileKind.Sheet,
            (rows, _) => new WorkbookWriter(new WorkbookWords(catalogue, texts, imports.Sheets)).Write(rows, sheet),
            _ => name);

    private static async Task<IResult> TrailAsync(
        FileRequest asked, AuditQueries audit, Localizer texts, TextCatalogue catalogue, CancellationToken cancellation)
    {
        var filter = new AuditFilter
        {
            PersonId = asked.Value("nguoi"),
            Kind = asked.Value("loai"),
            CaseNumber = asked.Value("ho-so"),
            From = asked.Day("tu"),
            To = asked.Day("den"),
        };
        return await asked.GiveAsync(
            await audit.ExportAsync(asked.Actor, filter, cancellation),
            FileKind.Sheet,
            (rows, context) => AuditSheet.Write(
                SheetHead.Of(context, catalogue, texts["Audit.Title"]), rows, context.Directory, texts),
            context => $"nhat-ky-{context.Today:yyyy-MM-dd}");
    }

    private static async Task<IResult> ComplianceAsync(
        FileRequest asked, ComplianceList findings, Localizer texts, TextCatalogue catalogue, CancellationToken cancellation)
    {
        var first = ComplianceFilter.MonthOf(asked.Day("thang"), (await asked.ContextAsync()).Today);
        return await asked.GiveAsync(
            await findings.ExportAsync(
                asked.Actor, new ComplianceFilter(first, asked.Value("nhom"), asked.Value("loai")), cancellation),
            FileKind.Sheet,
            (rows, context) => ComplianceSheet.Write(
                SheetHead.Of(context, catalogue, texts["Compliance.TitleOf", $"{first:MM/yyyy}"]), rows, context.Directory, texts),
            _ => $"chap-hanh-quy-che-{first:yyyy-MM}");
    }

    private static async Task<IResult> OwnRegisterAsync(
        string key, FileRequest asked, OwnRegister registers, Localizer texts, TextCatalogue catalogue, CancellationToken cancellation) =>
        await asked.GiveAsync(
            await registers.ExportAsync(asked.Actor, key, cancellation),
            FileKind.Sheet,
            (register, context) => OwnRegisterSheet.Write(
                SheetHead.Of(context, catalogue, texts["OwnRegister.Title", register.Name]), register, context.Directory, texts),
            _ => $"so-{key}");

    private static async Task<IResult> ItemsAsync(
        FileKind kind, FileRequest asked, ReportItemQueries items, ReportItemFiles files, CancellationToken cancellation)
    {
        var filter = ReportItemAddress.Of(asked.Value);
        return await asked.GiveAsync(
            await items.ExportAsync(asked.Actor, filter, cancellation),
            kind,
            (rows, context) => kind == FileKind.Sheet ? files.Sheet(rows, context) : files.Document(rows, filter, context),
            _ => "so-noi-dung");
    }

    private static async Task<IResult> FollowUpsAsync(
        FollowedKind followed, FileKind kind, FileRequest asked, FollowUpQueries registers, FollowUpFiles files,
        CancellationToken cancellation)
    {
        var filter = FollowedAddress.Of(asked.Value);
        return await asked.GiveAsync(
            await registers.ExportAsync(asked.Actor, followed, filter, cancellation),
            kind,
            (rows, context) => kind == FileKind.Sheet
                ? files.Sheet(followed, rows, filter, context)
                : files.Document(followed, rows, filter, context),
            _ => $"so{Routes.FollowUps(followed).Replace('/', '-')}");
    }

    private static async Task<IResult> WeekAsync(
        FileKind kind, FileRequest asked, Schedule schedule, WeekProgramme programme, CancellationToken cancellation)
    {
        var monday = VietnamTime.MondayOf(asked.Day("tu") ?? (await asked.ContextAsync()).Today);
        var filter = new CalendarFilter(asked.Value("nguoi"), asked.Value("nhom"), asked.Value("dia-ban"));
        return await asked.GiveAsync(
            await schedule.WeekAsync(asked.Actor, filter, monday, cancellation),
            kind,
            (entries, context) => kind == FileKind.Sheet
                ? programme.Sheet(entries, monday, filter, context)
                : programme.Document(entries, monday, filter, context),
            _ => $"lich-tuan-{monday:yyyy-MM-dd}");
    }

    private static async Task<IResult> AnchorsAsync(FileRequest asked, AuditQueries audit, CancellationToken cancellation)
    {
        var lines = await audit.AnchorsAsync(asked.Actor, cancellation);
        return lines.IsSuccess
            ? Results.File(
                Encoding.UTF8.GetBytes(string.Concat(lines.Value.Select(l => $"{l}\n"))),
                "text/plain; charset=utf-8",
                TrailAnchors.FileName)
            : Results.NotFound();
    }
}
