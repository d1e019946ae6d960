using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Shared.Fields;

namespace Portal.Web.Features.WorkBoard;

/// <summary>Đ7.B.1: who of a group has what until when; the lead moves what several share.</summary>
public partial class WorkBoardPage
{
    private CaseContext? _context;
    private IReadOnlyList<Option> _groups = [];
    private IReadOnlyList<Option> _processes = [];
    private IReadOnlyList<GroupWorkRow> _rows = [];
    private string _group = "";
    private int _total;
    private int _late;

    [SupplyParameterFromQuery(Name = "nhom")]
    public string? Group { get; set; }

    [SupplyParameterFromQuery(Name = "han")]
    public string? Due { get; set; }

    [SupplyParameterFromQuery(Name = "quy-trinh")]
    public string? Process { get; set; }

    private bool IsLead => _context!.Directory.LeadOf(_group, _context.Today) == _context.Actor.PersonId;

    protected override async Task LoadAsync()
    {
        var actor = await Current.GetAsync();
        var context = await Operations.ContextAsync(actor);
        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        _groups = [.. GroupWork.GroupsOf(scope, context).Select(g => new Option(g, context.Directory.Group(g)!.Name))];
        _processes = new List<Option>([.. Processes.All.Select(p => new Option(p.Key, L.Process(p.Key)))]).OrAll(L);
        _group = _groups.FirstOrDefault(g => g.Value == Group)?.Value ?? OwnGroup(context) ?? "";
        var filter = new TaskFilter { Due = Named<DueFilter>(Due ?? "") ?? DueFilter.Any, ProcessKey = Process ?? "" };
        var page = _group.Length == 0 ? null : await Work.BoardAsync(actor, _group, filter);
        (_rows, _total) = (page?.Rows ?? [], page?.Total ?? 0);
        _late = _rows.Count(r => r.DueAt < context.Now);
        _context = context;
    }

    // One's own group first; a leader begins with the first of those in charge.
    private string? OwnGroup(CaseContext context) =>
        context.Directory.GroupsOf(context.Actor.PersonId, context.Today).Order(StringComparer.Ordinal)
            .FirstOrDefault(g => _groups.Any(o => o.Value == g)) ?? (_groups.Count > 0 ? _groups[0].Value : null);

    private async Task LoadAgainAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private List<Option> Dues() =>
    [
        new("", L["Common.All"]), new(nameof(DueFilter.Overdue), L["Home.Overdue"]), new(nameof(DueFilter.Today), L["Home.Today"]),
        new(nameof(DueFilter.ThisWeek), L["Home.Week"]),
    ];

    /// <summary>What several share and nobody has taken; then the lead, the members, and whoever else has something of the group.</summary>
    private IEnumerable<(string Person, string Name, IReadOnlyList<GroupWorkRow> Rows)> Lanes(CaseContext context)
    {
        var (directory, today) = (context.Directory, context.Today);
        var lead = directory.LeadOf(_group, today);
        var of = _rows.ToLookup(r => r.PersonId ?? "");
        if (of[""].Any())
        {
            yield return ("", L["WorkBoard.Shared"], [.. of[""]]);
        }

        string[] members = [.. directory.MembersOf(_group, today)
            .OrderByDescending(m => m == lead)
            .ThenBy(directory.NameOf, VietnameseText.Comparer)];
        foreach (var member in members)
        {
            yield return (member, directory.NameOf(member) + (member == lead ? $" ({L["option.who.groupLead"]})" : ""), [.. of[member]]);
        }

        foreach (var other in of.Where(g => g.Key.Length > 0 && !members.Contains(g.Key))
            .OrderBy(g => directory.NameOf(g.Key), VietnameseText.Comparer))
        {
            yield return (other.Key, $"{directory.NameOf(other.Key)} ({directory.Person(other.Key)?.Position})", [.. other]);
        }
    }
}
