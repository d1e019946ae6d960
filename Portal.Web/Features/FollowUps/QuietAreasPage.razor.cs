using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Web.Operations.Areas;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Fields;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Features.FollowUps;

public partial class QuietAreasPage
{
    private CaseContext? _context;
    private IReadOnlyList<QuietArea>? _rows;
    private IReadOnlyList<Option> _groups = [];
    private bool _bad;

    [SupplyParameterFromQuery(Name = "nhom")]
    public string? Group { get; set; }

    [SupplyParameterFromQuery(Name = "ngay")]
    public string? Day { get; set; }

    [SupplyParameterFromQuery(Name = "tat-ca")]
    public string? All { get; set; }

    protected override async Task LoadAsync()
    {
        var actor = await Current.GetAsync();
        _context = await Operations.ContextAsync(actor);
        var scope = AccessScope.Of(actor.PersonId, _context.Directory, _context.Today);
        _groups = _context.Directory.Data.Groups.Where(g => scope.IsHead || scope.GroupIds.Contains(g.Id))
            .OrderBy(g => g.Id, StringComparer.Ordinal).Select(g => new Option(g.Id, g.Name)).OrAll(L);
        _rows = await Quiet.ListAsync(actor, DayOf(Day), Group ?? "", onlyStale: All != "1");
    }

    private string Since(DateOnly? last) => last is { } day
        ? $"{LocalFormat.Day(day)} · {L["ReportItem.Days", QuietArea.Since(day, DayOf(Day) ?? _context!.Today)]}"
        : L["Quiet.Never"];
}
