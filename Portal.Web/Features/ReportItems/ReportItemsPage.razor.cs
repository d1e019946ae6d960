using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.ReportItems;
using Portal.Web.Operations;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Shared;
using Portal.Web.Shared.Fields;

namespace Portal.Web.Features.ReportItems;

public partial class ReportItemsPage
{
    private static readonly int[] Ages = [7, 30, 60, 90, 180];

    private CaseContext? _context;
    private Page<ReportItemRow>? _page;
    private IReadOnlyDictionary<ReportItemState, int> _counts = new Dictionary<ReportItemState, int>();
    private IReadOnlyList<Option> _areas = [];
    private IReadOnlyList<Option> _kinds = [];
    private IReadOnlyList<Option> _domains = [];
    private IReadOnlyList<Option> _levels = [];
    private IReadOnlyList<Option> _states = [];
    private IReadOnlyList<Option> _ages = [];
    private bool _mayEnter;

    // The person's own department, where it is one that items are released to.
    private string? _department;

    [SupplyParameterFromQuery(Name = "dia-ban")]
    public string? Area { get; set; }

    [SupplyParameterFromQuery(Name = "phong")]
    public string? Department { get; set; }

    [SupplyParameterFromQuery(Name = "loai")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "linh-vuc")]
    public string? Domain { get; set; }

    [SupplyParameterFromQuery(Name = "muc")]
    public string? Level { get; set; }

    [SupplyParameterFromQuery(Name = "tinh-trang")]
    public string? Progress { get; set; }

    [SupplyParameterFromQuery(Name = "tuoi")]
    public string? Age { get; set; }

    private bool IsOwnDepartment => _department is not null && Department == _department;

    protected override async Task OnInitializedAsync()
    {
        _context = await Operations.ContextAsync(await Current.GetAsync());
        var (directory, today, me) = (_context.Directory, _context.Today, _context.Actor.PersonId);
        var scope = AccessScope.Of(me, directory, today);
        _mayEnter = directory.GroupsOf(me, today).Any();
        _department = directory.Department(scope.DepartmentId) is { IsSpecialist: true } own ? own.Id : null;
        _areas = [.. directory.Data.Areas.Where(a => scope.IsHead || scope.AreaIds.Count == 0 || scope.AreaIds.Contains(a.Id))
            .OrderBy(a => a.Name, VietnameseText.Comparer).Select(a => new Option(a.Id, a.Name))];
        _kinds = Choices.Of<ReportItemKind>(k => L[$"option.{k}"]).OrAll(L);
        _domains = WorkDomains.All.Select(d => new Option(d, L[$"domain.{d}"])).OrAll(L);
        _levels = Choices.Of<ReportItemLevel>(l => L[$"option.{l}"]).OrAll(L);
        _states = [.. Choices.Of<ReportItemProgress>(p => L.First($"{p}", $"item-progress.{p}", $"item-state.{p}"))];
        _ages = Ages.Select(d => new Option(d.ToString(CultureInfo.InvariantCulture), L["ReportItem.OlderThan", d])).OrAll(L);
    }

    protected override async Task LoadAsync()
    {
        var (actor, filter) = (await Current.GetAsync(), Filter());
        _page = await Items.ListAsync(actor, filter);
        _counts = await Items.CountAsync(actor, filter);
    }

    private ReportItemFilter Filter() => ReportItemAddress.Of(key => Address[key]) with
    {
        Sort = SortOf<ReportItemSort>() ?? ReportItemSort.Entered,
        IsDescending = SortOf<ReportItemSort>() is null || Address.IsDescending,
        Page = Address.Page,
    };

    private string FileOf(string file) => $"{Routes.ReportItems}/{file}{new Uri(Navigation.Uri).Query}";
}
