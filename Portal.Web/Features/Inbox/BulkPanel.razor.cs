using Microsoft.AspNetCore.Components;
using Portal.Domain.Common;
using Portal.Web.Operations.Tasks;
using Portal.Web.Shared;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Inbox;

public partial class BulkPanel
{
    private IReadOnlyList<TaskAction> _actions = [];
    private IReadOnlyList<BulkOutcome> _results = [];
    private string _asked = "";
    private string _action = "";
    private string _comment = "";
    private bool _noSecrets;
    private int? _done;
    private readonly SubmitLock _submitLock = new();
    private string? _problem;

    [Parameter, EditorRequired]
    public required IReadOnlyList<BulkItem> Chosen { get; set; }

    [Parameter]
    public EventCallback OnClear { get; set; }

    /// <summary>Told after a round; what was refused stays chosen.</summary>
    [Parameter]
    public EventCallback<IReadOnlyList<BulkOutcome>> OnDecided { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var question = string.Join(',', Chosen.Select(c => c.TaskId).Order());
        if (question != _asked)
        {
            _asked = question;
            _actions = await Bulk.ActionsAsync(await Current.GetAsync(), [.. Chosen.Select(c => c.TaskId)]);
            _action = _actions.Any(a => a.Key == _action) ? _action : "";
        }
    }

    // What is to be put right before the decision is sent; null when nothing is.
    private string? ProblemWith(TaskAction? action)
    {
        if (action is null)
        {
            return L["Bulk.NoOutcome"];
        }

        if (!_noSecrets)
        {
            return L["Secrecy.Unanswered"];
        }

        return action.CommentRequired && string.IsNullOrWhiteSpace(_comment) ? L["Common.ReasonRequired"] : null;
    }

    private async Task DecideAsync()
    {
        var action = _actions.FirstOrDefault(a => a.Key == _action);
        _problem = ProblemWith(action);
        if (_problem is not null || action is null)
        {
            return;
        }

        await _submitLock.RunOnceAsync(async () =>
        {
            _results = await Bulk.DecideAsync(await Current.GetAsync(), Chosen, _action, _comment, new Progress<int>(Show));
            _done = null;
            await OnDecided.InvokeAsync(_results);
        });
    }

    private void Show(int done)
    {
        _done = done;
        StateHasChanged();
    }

    private string Why(Refusal refusal) =>
        refusal.Fields.Count > 0 ? string.Join(" ", refusal.Fields.Select(L.Of).Distinct()) : L.Of(refusal);
}
