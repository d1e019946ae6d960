using MudBlazor;
using Portal.Web.Documents;

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
        foreach (var kind in FileKind.Both)
        {
            routes.MapFile(
                $"{PlansPage}/ke-hoach.{kind.Ending}",
                (FileRequest asked, TripPlans plans, TripPlanFiles files, CancellationToken cancellation) =>
                    GiveAsync(kind, asked, plans, files, cancellation));
        }
    }

    private static async Task<IResult> GiveAsync(
        FileKind kind, FileRequest asked, TripPlans plans, TripPlanFiles files, CancellationToken cancellation)
    {
        var filter = TripPlanAddress.Of(asked.Value, (await asked.ContextAsync()).Today);
        return await asked.GiveAsync(
            await plans.ExportAsync(asked.Actor, filter, cancellation),
            kind,
            (board, context) => kind == FileKind.Sheet ? files.Sheet(board, filter, context) : files.Document(board, filter, context),
            _ => $"ke-hoach-{filter.From:yyyy-MM-dd}");
    }
}
