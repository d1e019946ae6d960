using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Tasks;
using Portal.Web.Shared;

namespace Portal.Web.Features.Inbox;

public partial class InboxPage
{
    private CaseContext? _context;
    private TaskFilter _filter = new();
    private Page<TaskRow> _page = new([], 0);
    private TaskCounts _counts = TaskCounts.None;
    private IReadOnlyList<Option> _groups = [];
    private IReadOnlyList<Option> _areas = [];
    private readonly Dictionary<Guid, BulkItem> _chosen = [];
    private (CaseView Case, TaskView Task)? _open;
    private readonly Turns _turns = new();
    private Guid _asked;
    private bool _wide;
    private IDisposable? _listening;
    private bool _help;
    private bool _filtering;
    private IReadOnlyList<Option> _processes = [];
    private TaskPanel? _panel;
    private DotNetObjectReference<InboxPage>? _self;
    private IJSObjectReference? _keys;

    [SupplyParameterFromQuery(Name = "han")]
    public string? Due { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        var context = await Operations.ContextAsync(actor);
        if (Enum.TryParse<DueFilter>(Due, out var due))
        {
            _filter = _filter with { Due = due };
        }

        var scope = AccessScope.Of(actor.PersonId, context.Directory, context.Today);
        Option all = new("", L["Common.All"]);
        _processes = [all, .. Processes.All.Select(p => new Option(p.Key, L.Process(p.Key))),
            .. (await Reference.GetAsync()).OwnProcesses.Select(o => new Option(o.Key, o.Value))];
        _groups = [.. (scope.IsHead
            ? context.Directory.Data.Groups.Select(g => g.Id)
            : scope.GroupIds).Select(g => new Option(g, context.Directory.Group(g)?.Name ?? g))
                .OrderBy(o => o.Value, StringComparer.Ordinal)];
        _areas = [.. (scope.IsHead
            ? context.Directory.Data.Areas.Select(a => a.Id)
            : scope.AreaIds).Select(a => new Option(a, context.Directory.AreaName(a))).OrderBy(o => o.Label, VietnameseText.Comparer)];
        _context = context;
        await LoadAsync();
        _listening = Feed.Listen(actor.PersonId, null, () => InvokeAsync(async () =>
        {
            await LoadAsync();
            StateHasChanged();
        }));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            // Wide screens open the step beside the list; a phone goes to its page.
            _wide = await Js.InvokeAsync<bool>("portal.isWide");
            if (_wide)
            {
                _self = DotNetObjectReference.Create(this);
                _keys = await Js.InvokeAsync<IJSObjectReference>("portal.keys", _self, Keys);
                if (_page.Rows is [{ IsRestricted: false } first, ..])
                {
                    // What is Restricted is opened by who means to: that it was read is recorded.
                    await OpenAsync(first);
                }
            }

            StateHasChanged();
        }
    }

    private Task LoadAsync() => _turns.RunAsync(async () =>
    {
        var actor = await Current.GetAsync();
        _page = await Tasks.InboxAsync(actor, _filter);
        _counts = await Tasks.CountsAsync(actor);
        _context = await Operations.ContextAsync(actor);
    });

    private Task LoadFirstAsync() => SetAsync(_filter);

    private async Task SetAsync(TaskFilter filter, bool keepPage = false)
    {
        _filter = keepPage ? filter : filter with { Page = 0 };
        await LoadAsync();
        if (Place() < 0)
        {
            _open = null;
        }
    }

    private Task SearchAsync(string text) => SetAsync(_filter with { Search = text });

    private async Task OpenAsync(TaskRow row)
    {
        if (!_wide)
        {
            return;
        }

        _asked = row.Id;
        var found = await Cases.FindTaskAsync(await Current.GetAsync(), row.Id);
        if (_asked != row.Id)
        {
            // Another was pressed meanwhile.
            return;
        }

        if (found.IsSuccess)
        {
            _open = found.Value;
            await Js.InvokeVoidAsync("portal.bringUp", $"li:has(a[href='{Routes.Task(row.Id)}'])");
        }
        else
        {
            Snackbar.Add(L.Of(found.Refusal), Severity.Warning);
            await LoadAsync();
        }
    }

    private void Choose(TaskRow row)
    {
        if (!_chosen.Remove(row.Id) && _chosen.Count < BulkDecisions.MaxItems)
        {
            _chosen[row.Id] = new BulkItem(row.Id, row.Version);
        }
    }

    private void ChooseAll(bool all)
    {
        foreach (var row in _page.Rows.Where(r => _chosen.ContainsKey(r.Id) != all))
        {
            Choose(row);
        }
    }

    // What was refused stays chosen, so that it can be looked at or tried otherwise.
    private async Task DecidedAsync(IReadOnlyList<BulkOutcome> outcomes)
    {
        foreach (var done in outcomes.Where(o => o.Refusal is null))
        {
            _chosen.Remove(done.TaskId);
        }

        var count = outcomes.Count(o => o.Refusal is null);
        Snackbar.Add(L["Bulk.Result", count, outcomes.Count], count == outcomes.Count ? Severity.Success : Severity.Warning);
        _open = null;
        await LoadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _listening?.Dispose();
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("stop");
                await _keys.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The window is closed, and its keyboard handler with it.
        }

        _self?.Dispose();
    }
}
