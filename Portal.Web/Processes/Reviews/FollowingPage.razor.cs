using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Fields;

namespace Portal.Web.Processes.Reviews;

public partial class FollowingPage
{
    private CaseContext? _context;
    private IReadOnlyList<FollowedSuggestion>? _rows;
    private IReadOnlyList<Option> _groups = [];
    private bool _seesIndividuals;
    private string? _problem;

    [Parameter]
    public int Year { get; set; }

    [SupplyParameterFromQuery(Name = ReviewsModule.GroupKey)]
    public string? Group { get; set; }

    [SupplyParameterFromQuery(Name = ReviewsModule.ProgressKey)]
    public string? Progress { get; set; }

    /// <summary>1: suggestions about individuals, too.</summary>
    [SupplyParameterFromQuery(Name = "ca-nhan")]
    public string? Individuals { get; set; }

    protected override async Task LoadAsync()
    {
        var actor = await Current.GetAsync();
        var context = await Operations.ContextAsync(actor);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        _groups = context.Directory.Data.Groups.Where(g => scope.IsHead || scope.IsCoordinator || scope.GroupIds.Contains(g.Id))
            .OrderBy(g => g.Id, StringComparer.Ordinal).Select(g => new Option(g.Id, g.Name)).OrAll(L);
        _seesIndividuals = scope.IsHead || scope.IsCoordinator || scope.RestrictedGroupIds.Count > 0;
        var filter = ReviewsModule.FilterOf(k => Address[k]) with { WithIndividuals = Individuals == "1" };
        var found = await Following.ListAsync(actor, Year, filter);
        _rows = found.IsSuccess ? found.Value : [];
        _problem = found.IsSuccess ? null : L.Of(found.Refusal);
        _context = context;
    }

    private List<Option> States() =>
    [
        new("", L["Common.All"]), new(nameof(FollowedProgress.Open), L["option.state.UnderWay"]),
        new(nameof(FollowedProgress.Late), L["Home.Overdue"]), new(nameof(FollowedProgress.Done), L["option.state.Done"]),
    ];

    private string FileOf() => $"{ReviewsModule.BoardPage}/{Year}/thuc-hien.xlsx{new Uri(Navigation.Uri).Query}";
}
