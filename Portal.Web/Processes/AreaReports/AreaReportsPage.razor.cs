using Microsoft.AspNetCore.Components;
using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Web.Operations;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Fields;
using Portal.Workflows.Processes.AreaReports;

namespace Portal.Web.Processes.AreaReports;

public partial class AreaReportsPage
{
    /// <summary>Characters of a report that stand in the list.</summary>
    private const int LongestTold = 160;

    private CaseContext? _context;
    private AreaReportFilter _filter = new(DateOnly.MinValue);
    private Page<AreaReportRow>? _page;
    private IReadOnlyDictionary<AreaReportStatus, int> _counts = new Dictionary<AreaReportStatus, int>();
    private int _missing;
    private IReadOnlyList<Option> _groups = [];
    private IReadOnlyList<Option> _states = [];

    [SupplyParameterFromQuery(Name = AreaReportAddress.Month)]
    public string? Month { get; set; }

    [SupplyParameterFromQuery(Name = AreaReportAddress.Group)]
    public string? Group { get; set; }

    [SupplyParameterFromQuery(Name = AreaReportAddress.Progress)]
    public string? Progress { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var context = await Operations.ContextAsync(await Current.GetAsync());
        _groups = [.. context.Directory.Data.Groups.OrderBy(g => g.Id, StringComparer.Ordinal).Select(g => new Option(g.Id, g.Name))];
        Option[] states = [new(AreaReportAddress.Missing, L["AreaReport.Missing"]), .. Choices.Of<AreaReportStatus>(Words)];
        _states = states.OrAll(L);
        _context = context;
    }

    protected override async Task LoadAsync()
    {
        var actor = await Current.GetAsync();
        _filter = AreaReportAddress.Of(key => Address[key], _context!) with
        {
            Sort = SortOf<AreaReportSort>() ?? AreaReportSort.Area,
            IsDescending = Address.IsDescending,
            Page = Address.Page,
        };
        _page = await Register.ListAsync(actor, _filter);
        (_counts, _missing) = await Register.CountAsync(actor, _filter);
    }

    private string Words(AreaReportStatus status) => L.Status(MonthlyAreaReportProcess.ProcessKey, status.ToString());

    private static string Told(AreaReportRow row)
    {
        var text = (row.Content?.General ?? row.Content?.Summary ?? "").ReplaceLineEndings(" ");
        return text.Length <= LongestTold ? text : text[..(LongestTold - 1)] + "…";
    }

    private static IEnumerable<string> FlagsOf(AreaReportRow row) =>
        new (string Name, bool On)[] { ("nothingToReport", row.IsNothing), ("lateReport", row.IsLate) }
            .Where(f => f.On)
            .Select(f => f.Name);

    private void Go(int months) => Show(AreaReportAddress.Month, Written(_filter.Month.AddMonths(months)));

    private string FileOf(string file) => $"{AreaReportsModule.RegisterPage}/{file}{new Uri(Navigation.Uri).Query}";
}
