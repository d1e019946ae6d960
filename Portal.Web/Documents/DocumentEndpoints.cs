using System.Text;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Documents.Workbook;
using Portal.Web.Operations;
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

/// <summary>Files that are made for who asks: rights are checked and the act is recorded before anything is written.</summary>
public static class DocumentEndpoints
{
    public static void MapDocuments(this WebApplication app)
    {
        app.MapGet("/quan-tri/quy-trinh/{versionId}.json", DefinitionAsync)
            .RequireAuthorization(Policies.Design).ExcludeFromDescription();
        app.MapGet("/quan-tri/xuat/{register}.xlsx", RegisterAsync)
            .RequireAuthorization(Policies.Administrator).ExcludeFromDescription();
        app.MapGet(Routes.Workbook, WorkbookAsync).RequireAuthorization(Policies.Administrator).ExcludeFromDescription();
        app.MapGet("/nhat-ky/xuat.xlsx", TrailAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        app.MapGet(Routes.ComplianceFile, ComplianceAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        app.MapGet("/quy-trinh/{key}/so.xlsx", OwnRegisterAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        app.MapGet($"{Routes.ReportItems}/so.xlsx", ItemsSheetAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        app.MapGet($"{Routes.ReportItems}/so.docx", ItemsDocumentAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        app.MapGet($"{Routes.Calendar}/tuan.docx", WeekAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        foreach (var kind in Enum.GetValues<FollowedKind>())
        {
            foreach (var isDocument in new[] { false, true })
            {
                app.MapGet($"{Routes.FollowUps(kind)}/so.{(isDocument ? "docx" : "xlsx")}", (
                        HttpContext http, FollowUpQueries registers, FollowUpFiles files, PortalOperations operations, Localizer texts,
                        CancellationToken cancellation) =>
                        FollowUpsAsync(kind, isDocument, http, registers, files, operations, texts, cancellation))
                    .RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
            }
        }

        app.MapGet("/nhat-ky/neo.txt", AnchorsAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        app.MapProcessModules();
    }

    private static async Task<IResult> DefinitionAsync(
        string versionId, HttpContext http, ProcessDesign design, CancellationToken cancellation)
    {
        var view = await design.OpenAsync(ActorOf(http), versionId, cancellation);
        return view.IsSuccess
            ? Results.File(Encoding.UTF8.GetBytes(view.Value.Definition.Write(indented: true)), "application/json", $"{versionId}.json")
            : Results.NotFound();
    }

    private static async Task<IResult> RegisterAsync(
        string register, HttpContext http, OrganisationImports imports, Localizer texts, TextCatalogue catalogue,
        CancellationToken cancellation) =>
        RegisterSheets.Of(register) is { } sheet
            ? await WriteAsync(http, imports, texts, catalogue, register, sheet, cancellation)
            : Results.NotFound();

    private static Task<IResult> WorkbookAsync(
        HttpContext http, OrganisationImports imports, Localizer texts, TextCatalogue catalogue, CancellationToken cancellation) =>
        WriteAsync(http, imports, texts, catalogue, "so-du-lieu", null, cancellation);

    private static async Task<IResult> WriteAsync(
        HttpContext http, OrganisationImports imports, Localizer texts, TextCatalogue catalogue, string name, string? sheet,
        CancellationToken cancellation)
    {
        var rows = await imports.RowsAsync(ActorOf(http), name, cancellation);
        return rows.IsSuccess
            ? Results.File(
                new WorkbookWriter(new WorkbookWords(catalogue, texts, imports.Sheets)).Write(rows.Value, sheet),
                Sheet.ContentType,
                $"{name}.xlsx")
            : Refused(rows.Refusal, texts);
    }

    private static async Task<IResult> TrailAsync(
        HttpContext http, AuditQueries audit, PortalOperations operations, Localizer texts, TextCatalogue catalogue,
        [FromQuery(Name = "nguoi")] string? person,
        [FromQuery(Name = "loai")] string? kind, [FromQuery(Name = "ho-so")] string? number, [FromQuery(Name = "tu")] AddressDay from,
        [FromQuery(Name = "den")] AddressDay to, CancellationToken cancellation)
    {
        var actor = ActorOf(http);
        var rows = await audit.ExportAsync(
            actor,
            new AuditFilter { PersonId = person ?? "", Kind = kind ?? "", CaseNumber = number ?? "", From = from.Value, To = to.Value },
            cancellation);
        if (!rows.IsSuccess)
        {
            return Refused(rows.Refusal, texts);
        }

        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        return Results.File(
            AuditSheet.Write(SheetHead.Of(context, catalogue, texts["Audit.Title"]), rows.Value, context.Directory, texts),
            Sheet.ContentType,
            $"nhat-ky-{context.Today:yyyy-MM-dd}.xlsx");
    }

    private static async Task<IResult> ComplianceAsync(
        HttpContext http, ComplianceList findings, PortalOperations operations, Localizer texts, TextCatalogue catalogue,
        [FromQuery(Name = "thang")] AddressDay month, [FromQuery(Name = "nhom")] string? group,
        [FromQuery(Name = "loai")] string? kind, CancellationToken cancellation)
    {
        var actor = ActorOf(http);
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var first = ComplianceFilter.MonthOf(month.Value, context.Today);
        var recorded = await operations.RunAsync(actor, o =>
        {
            o.Audit("Case.ComplianceExported", $"{first:yyyy-MM}", group ?? "");
            return Task.FromResult(Result.Ok);
        }, cancellation: cancellation);
        if (!recorded.IsSuccess)
        {
            return Refused(recorded.Refusal, texts);
        }

        var rows = await findings.OfAsync(actor, new ComplianceFilter(first, group ?? "", kind ?? ""), cancellation);
        return Results.File(
            ComplianceSheet.Write(
                SheetHead.Of(context, catalogue, texts["Compliance.TitleOf", $"{first:MM/yyyy}"]), rows, context.Directory, texts),
            Sheet.ContentType,
            $"chap-hanh-quy-che-{first:yyyy-MM}.xlsx");
    }

    private static async Task<IResult> OwnRegisterAsync(
        string key, HttpContext http, OwnRegister registers, PortalOperations operations, Localizer texts, TextCatalogue catalogue,
        CancellationToken cancellation)
    {
        var register = await registers.ExportAsync(ActorOf(http), key, cancellation);
        if (!register.IsSuccess)
        {
            return Refused(register.Refusal, texts);
        }

        var context = await operations.ContextAsync(ActorOf(http), cancellation: cancellation);
        return Results.File(
            OwnRegisterSheet.Write(
                SheetHead.Of(context, catalogue, texts["OwnRegister.Title", register.Value.Name]),
                register.Value,
                context.Directory,
                texts),
            Sheet.ContentType,
            $"so-{key}.xlsx");
    }

    private static Task<IResult> ItemsSheetAsync(
        HttpContext http, ReportItemQueries items, ReportItemFiles files, PortalOperations operations, Localizer texts,
        CancellationToken cancellation) =>
        ItemsAsync(
            http, items, operations, texts, (rows, _, context) => files.Sheet(rows, context), Sheet.ContentType, "so-noi-dung.xlsx",
            cancellation);

    private static Task<IResult> ItemsDocumentAsync(
        HttpContext http, ReportItemQueries items, ReportItemFiles files, PortalOperations operations, Localizer texts,
        CancellationToken cancellation) =>
        ItemsAsync(http, items, operations, texts, files.Document, PartyDocument.ContentType, "so-noi-dung.docx", cancellation);

    private static async Task<IResult> ItemsAsync(
        HttpContext http, ReportItemQueries items, PortalOperations operations, Localizer texts,
        Func<IReadOnlyList<ReportItemRow>, ReportItemFilter, CaseContext, byte[]> make, string type, string name,
        CancellationToken cancellation)
    {
        var filter = ReportItemAddress.Of(key => http.Request.Query[key].ToString());
        var rows = await items.ExportAsync(ActorOf(http), filter, cancellation);
        return rows.IsSuccess
            ? Results.File(make(rows.Value, filter, await operations.ContextAsync(ActorOf(http), cancellation: cancellation)), type, name)
            : Refused(rows.Refusal, texts);
    }

    private static async Task<IResult> FollowUpsAsync(
        FollowedKind kind, bool isDocument, HttpContext http, FollowUpQueries registers, FollowUpFiles files, PortalOperations operations,
        Localizer texts, CancellationToken cancellation)
    {
        var filter = FollowedAddress.Of(key => http.Request.Query[key].ToString());
        var rows = await registers.ExportAsync(ActorOf(http), kind, filter, cancellation);
        if (!rows.IsSuccess)
        {
            return Refused(rows.Refusal, texts);
        }

        var context = await operations.ContextAsync(ActorOf(http), cancellation: cancellation);
        var name = $"so{Routes.FollowUps(kind).Replace('/', '-')}";
        return isDocument
            ? Results.File(files.Document(kind, rows.Value, filter, context), PartyDocument.ContentType, $"{name}.docx")
            : Results.File(files.Sheet(kind, rows.Value, filter, context), Sheet.ContentType, $"{name}.xlsx");
    }

    private static async Task<IResult> WeekAsync(
        HttpContext http, Schedule schedule, WeekProgramme programme, PortalOperations operations, Localizer texts,
        [FromQuery(Name = "tu")] AddressDay from, [FromQuery(Name = "nhom")] string? group, [FromQuery(Name = "nguoi")] string? person,
        [FromQuery(Name = "dia-ban")] string? area, CancellationToken cancellation)
    {
        var context = await operations.ContextAsync(ActorOf(http), cancellation: cancellation);
        var day = from.Value ?? context.Today;
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var entries = await schedule.WeekAsync(
            ActorOf(http), new CalendarFilter(person ?? "", group ?? "", area ?? ""), monday, cancellation);
        return entries.IsSuccess
            ? Results.File(
                programme.Make(entries.Value, monday, group ?? "", context), PartyDocument.ContentType,
                $"lich-tuan-{monday:yyyy-MM-dd}.docx")
            : Refused(entries.Refusal, texts);
    }

    private static async Task<IResult> AnchorsAsync(HttpContext http, AuditQueries audit, CancellationToken cancellation)
    {
        var lines = await audit.AnchorsAsync(ActorOf(http), cancellation);
        return lines.IsSuccess
            ? Results.File(
                Encoding.UTF8.GetBytes(string.Concat(lines.Value.Select(l => $"{l}\n"))),
                "text/plain; charset=utf-8",
                TrailAnchors.FileName)
            : Results.NotFound();
    }

    private static Actor ActorOf(HttpContext http) => http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());

    /// <summary>What a browser shows of a file that is not made.</summary>
    public static IResult Refused(Refusal refusal, Localizer texts) => refusal switch
    {
        { Fields: [var field, ..] } => Results.Text(texts.Of(field), statusCode: StatusCodes.Status400BadRequest),
        { Kind: RefusalKind.Storage } => Results.Text(texts.Of(refusal), statusCode: StatusCodes.Status503ServiceUnavailable),
        _ => Results.NotFound(),
    };
}
