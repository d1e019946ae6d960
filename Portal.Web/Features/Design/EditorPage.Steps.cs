using Portal.Web.Shared;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Web.Features.Design;

/// <content>What may be done with the chosen step: another after it, another way, another place.</content>
public partial class EditorPage
{
    private async Task StepChangedAsync(WorkflowDefinition changed) => await ChangeAsync(changed, keepPanel: true);

    private Task InsertAsync((string Port, Pattern Pattern) wanted) => InsertAsync(_chosen!, wanted);

    private async Task InsertAsync(string after, (string Port, Pattern Pattern) wanted)
    {
        if (!await SettledAsync())
        {
            return;
        }

        var (definition, path) = DefinitionEditor.Insert(
            _view!.Definition, after, wanted.Port, wanted.Pattern, [.. L[$"pattern-titles.{wanted.Pattern}"].Split('|')]);
        await ChangeAsync(definition, choose: path);
    }

    private IReadOnlyList<(string Port, string Label)> Ports() => Chosen is { } step ? StepWords.Ports(_compiled!, step, L) : [];

    private async Task DuplicateAsync()
    {
        if (!await SettledAsync())
        {
            return;
        }

        var (definition, path) = DefinitionEditor.Duplicate(_view!.Definition, _chosen!);
        await ChangeAsync(definition, choose: path);
    }

    private async Task CopiedAsync((WorkflowDefinition Changed, string Path) copy)
    {
        if (await SettledAsync())
        {
            await ChangeAsync(copy.Changed, choose: copy.Path);
        }
    }

    private async Task MoveAfterAsync((string Path, string Port) place)
    {
        if (await SettledAsync())
        {
            await ChangeAsync(DefinitionEditor.MoveAfter(_view!.Definition, _chosen!, place.Path, place.Port));
        }
    }

    private Task RemoveAsync() => ActAsync(new CanvasAct.Removed([_chosen!], []));

    // What hands did on the canvas: one change of the definition each.
    private async Task ActAsync(CanvasAct act)
    {
        if (act is CanvasAct.Undone or CanvasAct.Redone)
        {
            await (act is CanvasAct.Undone ? UndoAsync() : RedoAsync());
            return;
        }

        if (!await SettledAsync())
        {
            return;
        }

        var definition = _view!.Definition;
        switch (act)
        {
            case CanvasAct.Moved moved:
                await ChangeAsync(DefinitionEditor.Move(definition, moved.Paths, moved.X, moved.Y), keepPanel: true);
                break;
            case CanvasAct.Connected way when ChartOf(way.To) != ChartOf(way.Path):
                _problem = L["Design.OtherChart"];
                break;
            case CanvasAct.Connected way:
                await ChangeAsync(DefinitionEditor.Connect(definition, way.Path, way.Port, way.To[(way.To.LastIndexOf('/') + 1)..]));
                break;
            case CanvasAct.Inserted put:
                await InsertAsync(put.Path, (put.Port, put.Pattern));
                break;
            case CanvasAct.Removed gone:
                await RemoveAsync(gone);
                break;
            case CanvasAct.Pasted copy:
                await PasteAsync(copy);
                break;
        }
    }

    private async Task RemoveAsync(CanvasAct.Removed gone)
    {
        var chosen = gone.Paths.Contains(_chosen) ? null : _chosen;
        if (gone.Paths.Any(p => _compiled!.At(p)?.Node.Type == "Elsa.Start"))
        {
            _problem = L["Design.StartStays"];
        }
        else if (await ChangeAsync(DefinitionEditor.Remove(_view!.Definition, gone.Paths, gone.Lines)) && chosen is null)
        {
            (_chosen, _panel) = (_steps.FirstOrDefault(s => s.IsHuman)?.Path, Guid.NewGuid());
        }
    }

    private async Task<WorkflowDefinition?> ReadAsync(string versionId) =>
        await Design.OpenAsync(await Current.GetAsync(), versionId) is { IsSuccess: true, Value: { } opened } ? opened.Definition : null;

    private async Task PasteAsync(CanvasAct.Pasted copy)
    {
        var source = copy.VersionId == VersionId ? _view!.Definition : await ReadAsync(copy.VersionId);
        var (definition, paths) = source is null
            ? (_view!.Definition, [])
            : DefinitionEditor.CopyFrom(_view!.Definition, source, copy.Paths, copy.ChartPath);
        if (paths.Count == 0)
        {
            _problem = L["Design.NothingToPaste"];
            return;
        }

        await ChangeAsync(definition, choose: paths[0]);
    }
}
