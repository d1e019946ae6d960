using MudBlazor;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Authoring;
using Portal.Web.Shared;
using Portal.Web.Shared.Dialogs;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Web.Features.Design;

/// <content>How a change is stored, taken back and done again.</content>
public partial class EditorPage
{
    /// <summary>The change that is being stored last, done when it is.</summary>
    private Task _storing = Task.CompletedTask;

    private Task<bool> ChangeAsync(WorkflowDefinition changed, bool keepPanel = false, string? choose = null) =>
        ChangeAsync(new CompiledDefinition(changed), keepPanel, choose);

    // Each change is shown, then stored at once, one after the other: who picks quickly is not in conflict with themselves. The panel
    // keeps what is being typed. What was not stored is not shown as if it were: it stays on screen only under the words that somebody
    // else was first.
    private async Task<bool> ChangeAsync(CompiledDefinition compiled, bool keepPanel, string? choose)
    {
        var chosen = _chosen;
        Show(_view! with { Compiled = compiled });
        (_chosen, _panel) = (choose ?? _chosen, keepPanel ? _panel : Guid.NewGuid());
        return await InTurnAsync(async () =>
        {
            var old = _stored!;
            var saved = await Design.SaveAsync(await Current.GetAsync(), VersionId, compiled, old.Stamp);
            if (!saved.IsSuccess)
            {
                Refused(saved.Refusal, compiled, old, chosen);
                return false;
            }

            (_problem, _conflict, _stored) = (null, null, saved.Value);
            _view = saved.Value with { Compiled = _compiled! };
            _rows = Rows(_view);
            return true;
        });
    }

    private async Task<bool> InTurnAsync(Func<Task<bool>> store)
    {
        var (before, done) = (_storing, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _storing = done.Task;
        await Task.Yield();
        await before;
        try
        {
            return await store();
        }
        finally
        {
            done.SetResult();
        }
    }

    private void Refused(Refusal refusal, CompiledDefinition compiled, DesignView old, string? chosen)
    {
        var isConflict = refusal.Code == "Design.ChangedBy";
        _conflict = isConflict ? L.Of(refusal) : null;
        _problem = isConflict ? null : L.Of(refusal);
        if (isConflict)
        {
            _pending = compiled.Definition;
        }
        else
        {
            _chosen = chosen;
            Show(old);
        }
    }

    private Task UndoAsync() => GoAsync(_view!.MayUndo, Design.UndoAsync);

    private Task RedoAsync() => GoAsync(_view!.MayRedo, Design.RedoAsync);

    // What is on its way to be stored belongs to what is taken back.
    private async Task GoAsync(bool may, Func<Actor, string, int, CancellationToken, Task<Result<DesignView>>> go)
    {
        if (!await SettledAsync() || !(may || !_storing.IsCompleted))
        {
            return;
        }

        await InTurnAsync(async () =>
        {
            var gone = await go(await Current.GetAsync(), VersionId, _stored!.Stamp, CancellationToken.None);
            if (!gone.IsSuccess)
            {
                Refused(gone.Refusal, _compiled!, _stored!, _chosen);
                return false;
            }

            (_problem, _conflict, _panel) = (null, null, Guid.NewGuid());
            Show(_stored = gone.Value);
            return true;
        });
        _chosen = Chosen is null ? _steps.FirstOrDefault(s => s.IsHuman)?.Path : _chosen;
    }

    private async Task TakeOverAsync()
    {
        var saved = await Design.SaveAsync(await Current.GetAsync(), VersionId, _pending ?? _view!.Definition, stamp: null);
        if (saved.IsSuccess)
        {
            (_conflict, _pending) = (null, null);
            Show(_stored = saved.Value);
        }
        else
        {
            _problem = L.Of(saved.Refusal);
        }
    }

    private async Task DiscardAsync()
    {
        if (!await Dialogs.AgreesAsync(L, "draft-discard"))
        {
            return;
        }

        var done = await Design.DiscardAsync(await Current.GetAsync(), VersionId);
        if (done.IsSuccess)
        {
            Snackbar.Add(L["Design.Discarded"], Severity.Success);
            Navigation.NavigateTo(Routes.Processes);
        }
        else
        {
            _problem = L.Of(done.Refusal);
        }
    }
}
