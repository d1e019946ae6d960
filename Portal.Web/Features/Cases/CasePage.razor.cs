using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Tasks;
using Portal.Web.Shared;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Cases;

public partial class CasePage
{
    private CaseContext? _context;
    private CaseView? _view;
    private IDisposable? _listening;
    private bool _mayCopy;

    [Parameter]
    public string Address { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        await LoadAsync();
        _listening?.Dispose();
        if (_view is not null)
        {
            _listening = Feed.Listen("", _view.Case.Id, () => InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            }));
        }
    }

    private async Task LoadAsync()
    {
        var actor = await Current.GetAsync();
        var found = await Cases.FindAsync(actor, Routes.NumberOf(Address));
        _view = found.IsSuccess ? found.Value : null;
        _context = await Operations.ContextAsync(actor);
        _mayCopy = _view is { HasContent: true, Case: { Sensitivity: Sensitivity.Normal } of }
            && Modules.Of(of.ProcessKey).CanBeCopied
            && Processes.Find(of.ProcessKey)?.WhyNotStartable(_context) is null;
    }

    private IEnumerable<(TaskView Task, TaskAction? Action)> Open()
    {
        foreach (var task in _view!.Open)
        {
            if (task.Actions.Any(a => !a.IsOptional))
            {
                yield return (task, null);
            }

            foreach (var action in task.Actions.Where(a => a.IsOptional && task.Actions.All(m => m.IsOptional)))
            {
                yield return (task, action);
            }
        }
    }

    public void Dispose() => _listening?.Dispose();
}
