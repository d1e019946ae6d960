using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Documents;
using Portal.Web.Operations;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Web.Texts;

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
        routes.MapGet(RegisterPage + "/tong-hop.xlsx", SheetAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        routes.MapGet(RegisterPage + "/tong-hop.docx", DocumentAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        routes.MapGet(Routes.Areas + "/{id}/tom-tat.docx", BriefingAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
    }

    private static async Task<IResult> BriefingAsync(
        string id, HttpContext http, AreaBriefings briefings, AreaBriefingFile file,
        PortalOperations operations, Localizer texts, CancellationToken cancellation)
    {
        var actor = http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var since = AddressDay.Of(http.Request.Query["tu"]) ?? DateOnly.MinValue;
        var briefing = await briefings.MakeAsync(actor, id, since, cancellation);
        if (!briefing.IsSuccess)
        {
            return briefing.Refusal.Kind == RefusalKind.NotFound
                ? Results.NotFound()
                : DocumentEndpoints.Refused(briefing.Refusal, texts);
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(file.Make(briefing.Value, context), PartyDocument.ContentType, $"tom-tat-{id}.docx");
    }

    private static Task<IResult> SheetAsync(
        HttpContext http, AreaReportRegister register, AreaReportFiles files,
        PortalOperations operations, Localizer texts, CancellationToken cancellation) =>
        MakeAsync(http, register, operations, texts, files.Sheet, Sheet.ContentType, "xlsx", cancellation);

    private static Task<IResult> DocumentAsync(
        HttpContext http, AreaReportRegister register, AreaReportFiles files,
        PortalOperations operations, Localizer texts, CancellationToken cancellation) =>
        MakeAsync(http, register, operations, texts, files.Document, PartyDocument.ContentType, "docx", cancellation);

    private static async Task<IResult> MakeAsync(
        HttpContext http, AreaReportRegister register, PortalOperations operations, Localizer texts,
        Func<IReadOnlyList<AreaReportRow>, AreaReportFilter, CaseContext, byte[]> make, string type, string ending,
        CancellationToken cancellation)
    {
        var actor = http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var filter = AreaReportAddress.Of(key => http.Request.Query[key].ToString(), context);
        var rows = await register.ExportAsync(actor, filter, cancellation);
        if (!rows.IsSuccess)
        {
            return DocumentEndpoints.Refused(rows.Refusal, texts);
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(make(rows.Value, filter, context), type, $"bao-cao-thang-{filter.Month:yyyy-MM}.{ending}");
    }
}
