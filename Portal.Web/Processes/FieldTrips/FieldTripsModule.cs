using System.Globalization;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Web.Documents;
using Portal.Web.Operations;
using Portal.Web.Security;
using Portal.Web.Texts;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>P1: trips and their monthly plans.</summary>
public sealed class FieldTripsModule : ProcessModule
{
    /// <summary>RP-01 and RP-02.</summary>
    public const string PlansPage = "/ke-hoach";

    public override IEnumerable<MenuEntry> Menu => [new(35, PlansPage, Icons.Material.Filled.EditCalendar, "Plan.Title")];

    public override void AddServices(IServiceCollection services) => services
        .AddSingleton<TripPlans>().AddSingleton<TripReports>().AddSingleton<TripSuggestions>().AddSingleton<TripPlanFiles>();

    public override void MapDocuments(IEndpointRouteBuilder routes)
    {
        routes.MapGet(PlansPage + "/ke-hoach.xlsx", SheetAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        routes.MapGet(PlansPage + "/ke-hoach.docx", DocumentAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
    }

    private static Task<IResult> SheetAsync(
        HttpContext http, TripPlans plans, TripPlanFiles files, PortalOperations operations, Localizer texts,
        CancellationToken cancellation) =>
        MakeAsync(http, plans, operations, texts, files.Sheet, Sheet.ContentType, "xlsx", cancellation);

    private static Task<IResult> DocumentAsync(
        HttpContext http, TripPlans plans, TripPlanFiles files, PortalOperations operations, Localizer texts,
        CancellationToken cancellation) =>
        MakeAsync(http, plans, operations, texts, files.Document, PartyDocument.ContentType, "docx", cancellation);

    private static async Task<IResult> MakeAsync(
        HttpContext http, TripPlans plans, PortalOperations operations, Localizer texts,
        Func<PlanBoard, DateOnly, int, CaseContext, byte[]> make, string type, string ending, CancellationToken cancellation)
    {
        var actor = http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var month = AddressDay.Of(http.Request.Query["thang"]) ?? context.Today;
        _ = int.TryParse(http.Request.Query["so-thang"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked);
        var months = Math.Clamp(asked, 1, TripPlans.MostMonths);
        var board = await plans.ExportAsync(actor, month, http.Request.Query["nhom"].ToString(), months, cancellation);
        if (!board.IsSuccess)
        {
            return DocumentEndpoints.Refused(board.Refusal, texts);
        }

        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(make(board.Value, month, months, context), type, $"ke-hoach-{month:yyyy-MM}.{ending}");
    }
}
