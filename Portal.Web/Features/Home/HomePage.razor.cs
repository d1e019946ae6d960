using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;

namespace Portal.Web.Features.Home;

/// <summary>What waits for the person, what the person waits for, and what may be begun.</summary>
public partial class HomePage
{
    private const int MaxRows = 8;
    private CaseContext? _context;
    private bool _isLeader;
    private TaskCounts _counts = TaskCounts.None;
    private IReadOnlyList<TaskRow> _mine = [];
    private IReadOnlyList<(TaskRow Task, IReadOnlyList<string> People)> _waiting = [];
    private List<Notification> _notices = [];
    private Dictionary<Guid, string> _numbers = [];
    private IReadOnlyList<StartableProcess> _startable = [];
    private IDisposable? _listening;

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        await LoadAsync(actor);
        _startable = await Startable.ForAsync(_context!);
        _listening = Feed.Listen(actor.PersonId, null, () => InvokeAsync(async () =>
        {
            await LoadAsync(actor);
            StateHasChanged();
        }));
    }

    private async Task LoadAsync(Actor actor)
    {
        var context = await Operations.ContextAsync(actor);
        _isLeader = context.Directory.IsLeader(actor.PersonId, context.Today);
        _counts = await Tasks.CountsAsync(actor);
        _mine = (await Tasks.InboxAsync(actor, new TaskFilter { PageSize = MaxRows })).Rows;
        _waiting = await Tasks.WaitingForOthersAsync(actor, MaxRows);
        _notices = [.. (await Notifications.ListAsync(actor, unreadOnly: false, 0, MaxRows)).Rows];
        _numbers = await Notifications.NumbersAsync(_notices.Select(n => n.CaseId).OfType<Guid>());
        _context = context;
    }

    private string About(TaskRow row)
    {
        if (row.IsRestricted)
        {
            return $" · {L["Common.Restricted"]}";
        }

        return row.AreaNames.Length > 0 ? $" · {row.AreaNames}" : "";
    }

    private async Task ReadAllAsync()
    {
        var actor = await Current.GetAsync();
        await Notifications.MarkReadAsync(actor);
        await LoadAsync(actor);
    }

    public void Dispose() => _listening?.Dispose();
}
