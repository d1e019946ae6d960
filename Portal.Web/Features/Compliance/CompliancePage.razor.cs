using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Compliance;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared;
using Portal.Web.Shared.Fields;

namespace Portal.Web.Features.Compliance;

/// <summary>RP-04 on screen: a month, by group and kind of finding.</summary>
public partial class CompliancePage
{
    private const int PageSize = 25;

    private CaseContext? _context;
    private DateOnly _month;
    private IReadOnlyList<ComplianceFinding> _all = [];
    private IReadOnlyList<ComplianceFinding>? _shown;
    private IReadOnlyList<Option> _groups = [];
    private IReadOnlyList<Option> _kinds = [];

    [SupplyParameterFromQuery(Name = "thang")]
    public string? Month { get; set; }

    [SupplyParameterFromQuery(Name = "nhom")]
    public string? Group { get; set; }

    [SupplyParameterFromQuery(Name = "loai")]
    public string? Kind { get; set; }

    private ComplianceFilter Filter => new(_month, Group ?? "", Kind ?? "");

    private string Export => QueryHelpers.AddQueryString(Routes.ComplianceFile, new Dictionary<string, string?>
    {
        ["thang"] = Written(_month),
        ["nhom"] = Group,
        ["loai"] = Kind,
    }.Where(p => !string.IsNullOrEmpty(p.Value)).ToDictionary());

    protected override async Task OnInitializedAsync()
    {
        _context = await Operations.ContextAsync(await Current.GetAsync());
        _groups = [.. _context.Directory.Data.Groups.Where(g => g.IsValidOn(_context.Today))
            .Select(g => new Option(g.Id, g.Name)).OrderBy(o => o.Value, StringComparer.Ordinal)];
        _kinds = ComplianceKinds.All.Select(k => new Option(k, L[$"finding-kind.{k}"])).OrAll(L);
    }

    protected override async Task LoadAsync()
    {
        var actor = await Current.GetAsync();
        var today = (await Operations.ContextAsync(actor)).Today;
        _month = ComplianceFilter.MonthOf(DayOf(Month), today);
        _all = await Findings.OfAsync(actor, Filter);
        _shown = [.. _all.Skip(Address.Page * PageSize).Take(PageSize)];
    }
}
