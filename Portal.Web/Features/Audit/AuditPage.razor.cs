using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Web.Operations;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared;
using Portal.Web.Shared.Fields;

namespace Portal.Web.Features.Audit;

public partial class AuditPage
{
    private CaseContext? _context;
    private Page<AuditRow>? _page;
    private IReadOnlyList<Option> _people = [];
    private IReadOnlyList<Option> _kinds = [];
    private bool _seesAll;
    private bool _badFrom;
    private bool _badTo;
    private readonly SubmitLock _submitLock = new();
    private string _chain = "";
    private string? _line;
    private string? _lineError;
    private IReadOnlyList<TrailAnchor> _anchors = [];

    // The newest of them; all are in the file.
    private const int ShownAnchors = 7;

    private const int PageSize = 50;

    [SupplyParameterFromQuery(Name = "nguoi")]
    public string? Person { get; set; }

    [SupplyParameterFromQuery(Name = "loai")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "ho-so")]
    public string? CaseNumber { get; set; }

    [SupplyParameterFromQuery(Name = "tu")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "den")]
    public string? To { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        _seesAll = await Audit.SeesAllAsync(actor);
        if (await Audit.AnchorsAsync(actor) is { IsSuccess: true } anchors)
        {
            _anchors = [.. anchors.Value.TakeLast(ShownAnchors).Reverse()];
        }

        var context = await Operations.ContextAsync(actor);
        _people = FormChoices.Of(context, null, wholeCommittee: false, areasAreFixed: false).Everybody;
        _kinds = AuditQueries.Kinds.Select(k => new Option(k, L[$"act-kind.{k}"]))
            .Prepend(new Option(AuditQueries.Readings, L["Audit.Readings"]))
            .OrAll(L);
        _context = context;
    }

    protected override async Task LoadAsync() => _page = await Audit.ListAsync(await Current.GetAsync(), new AuditFilter
    {
        PersonId = Person ?? "",
        Kind = Kind ?? "",
        CaseNumber = CaseNumber ?? "",
        From = DayOf(From),
        To = DayOf(To),
        Sort = SortOf<AuditSort>() ?? AuditSort.At,
        IsDescending = SortOf<AuditSort>() is null || Address.IsDescending,
        Page = Address.Page,
        PageSize = PageSize,
    });

    private Task VerifyAsync() => _submitLock.RunOnceAsync(async () =>
    {
        (_chain, _lineError) = ("", null);
        var report = await Audit.VerifyAsync(await Current.GetAsync(), _line);
        if (!report.IsSuccess)
        {
            (_chain, _lineError) = report.Refusal == AuditRefusals.NoAnchor ? ("", L.Of(report.Refusal)) : (L.Of(report.Refusal), null);
            return;
        }

        _chain = report.Value.FirstBroken is { } broken ? L["Audit.Broken", broken] : L["Audit.Whole", report.Value.Entries];
    });

    // Exports the rows of the current filter.
    private string ExportAddress() => QueryHelpers.AddQueryString("/nhat-ky/xuat.xlsx", new Dictionary<string, string?>
    {
        ["nguoi"] = Person,
        ["loai"] = Kind,
        ["ho-so"] = CaseNumber,
        ["tu"] = Written(DayOf(From)),
        ["den"] = Written(DayOf(To)),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
