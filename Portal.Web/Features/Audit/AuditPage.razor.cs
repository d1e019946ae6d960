using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using MudBlazor;
using Portal.Domain.Audit;
using Portal.Domain.Cases;
using Portal.Web.Operations;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared;

namespace Portal.Web.Features.Audit;

public partial class AuditPage
{
    private CaseContext? _context;
    private AuditFilter _filter = new();
    private Page<AuditRow> _page = new([], 0);
    private IReadOnlyList<Option> _people = [];
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

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        _seesAll = await Audit.SeesAllAsync(actor);
        await LoadAsync();
        if (await Audit.AnchorsAsync(actor) is { IsSuccess: true } anchors)
        {
            _anchors = [.. anchors.Value.TakeLast(ShownAnchors).Reverse()];
        }

        var context = await Operations.ContextAsync(actor);
        _people = FormChoices.Of(context, null, wholeCommittee: false, areasAreFixed: false).Everybody;
        _context = context;
    }

    private async Task LoadAsync() => _page = await Audit.ListAsync(await Current.GetAsync(), _filter);

    private async Task SetAsync(AuditFilter filter, bool keepPage = false)
    {
        _filter = keepPage ? filter : filter with { Page = 0 };
        await LoadAsync();
    }

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
        ["nguoi"] = _filter.PersonId,
        ["loai"] = _filter.Kind,
        ["ho-so"] = _filter.CaseNumber,
        ["tu"] = _filter.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["den"] = _filter.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
