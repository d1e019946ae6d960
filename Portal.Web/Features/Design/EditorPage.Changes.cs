using MudBlazor;
using Portal.Web.Operations.Authoring;
using Portal.Web.Shared;
using Portal.Web.Shared.Dialogs;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Web.Features.Design;

/// <content>How a change is stored, taken back and done again.</content>
public partial class EditorPage
{
    private const int UndoSteps = 100;

    /// <summary>About what one open editor may remember.</summary>
    private const int UndoCharacters = 10_000_000;

    /// <summary>Of these the latest, three or more, are kept as they are and not as text alone: reading and compiling a megabyte takes
    /// longer than all else.</summary>
    private const int UndoCompiledCharacters = 4_000_000;

    private readonly List<Remembered> _undo = [];
    private readonly List<Remembered> _redo = [];

    /// <summary>The change that is being stored last, done when it is.</summary>
    private Task _storing = Task.CompletedTask;

    private Task<bool> ChangeAsync(WorkflowDefinition changed, bool keepPanel = false, string? choose = null) =>
        ChangeAsync(new CompiledDefinition(changed), keepPanel, isUndo: false, choose);

    // Each change is shown, then stored at once, one after the other: who picks quickly is not in conflict with themselves. The panel
    // keeps what is being typed. What was not stored is not shown as if it were: it stays on screen only under the words that somebody
    // else was first.
    private async Task<bool> ChangeAsync(CompiledDefinition compiled, bool keepPanel, bool isUndo, string? choose)
    {
        var chosen = _chosen;
        Show(_view! with { Compiled = compiled });
        (_chosen, _panel) = (choose ?? _chosen, keepPanel ? _panel : Guid.NewGuid());
        var (before, done) = (_storing, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _storing = done.Task;
        await Task.Yield();
        await before;
        try
        {
            var old = _stored!;
            var saved = await Design.SaveAsync(await Current.GetAsync(), VersionId, compiled, old.Stamp);
            if (!saved.IsSuccess)
            {
                var isConflict = saved.Refusal.Code == "Design.ChangedBy";
                _conflict = isConflict ? L.Of(saved.Refusal) : null;
                _problem = isConflict ? null : L.Of(saved.Refusal);
                if (isConflict)
                {
                    _pending = compiled.Definition;
                }
                else
                {
                    _chosen = chosen;
                    Show(old);
                }

                return false;
            }

            if (!isUndo)
            {
                Remember(_undo, old);
                _redo.Clear();
            }

            (_problem, _conflict, _stored) = (null, null, saved.Value);
            _view = saved.Value with { Compiled = _compiled! };
            _rows = Rows(_view);
            return true;
        }
        finally
        {
            done.SetResult();
        }
    }

    private Task UndoAsync() => StepBackAsync(_undo, _redo);

    private Task RedoAsync() => StepBackAsync(_redo, _undo);

    private async Task StepBackAsync(List<Remembered> from, List<Remembered> to)
    {
        if (!await SettledAsync())
        {
            return;
        }

        // What is on its way to be stored belongs to what is taken back.
        await _storing;
        var (now, then) = (_stored!, from[^1]);
        if (await ChangeAsync(
            then.Compiled ?? new CompiledDefinition(WorkflowDefinition.Read(then.Text)), keepPanel: false, isUndo: true, choose: null))
        {
            from.RemoveAt(from.Count - 1);
            Remember(to, now);
        }
    }

    private static void Remember(List<Remembered> versions, DesignView view)
    {
        versions.Add(new Remembered(view.Text, view.Compiled));
        var compiled = Math.Max(3, UndoCompiledCharacters / view.Text.Length);
        if (versions.Count > compiled)
        {
            versions[^(compiled + 1)] = versions[^(compiled + 1)] with { Compiled = null };
        }

        if (versions.Count > Math.Clamp(UndoCharacters / view.Text.Length, 10, UndoSteps))
        {
            versions.RemoveAt(0);
        }
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

    private sealed record Remembered(string Text, CompiledDefinition? Compiled);
}
