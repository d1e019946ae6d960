using MudBlazor;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>P1: trips and their monthly plans.</summary>
public sealed class FieldTripsModule : ProcessModule
{
    /// <summary>RP-01 and RP-02.</summary>
    public const string PlansPage = "/ke-hoach";

    public override void AddServices(IServiceCollection services) =>
        services.AddSingleton<TripPlans>().AddSingleton<TripReports>().AddSingleton<TripSuggestions>();

    public override IEnumerable<MenuEntry> Menu => [new(35, PlansPage, Icons.Material.Filled.EditCalendar, "Plan.Title")];
}
