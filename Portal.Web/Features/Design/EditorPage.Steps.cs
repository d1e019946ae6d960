using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Web.Features.Design;

/// <content>What may be done with the chosen step: another after it, another way, another place.</content>
public partial class EditorPage
{
    private async Task StepChangedAsync(WorkflowDefinition changed) => await ChangeAsync(changed, keepPanel: true);

    private async Task InsertAsync((string Port, Pattern Pattern) wanted)
    {
        if (!await SettledAsync())
        {
            return;
        }

        var (definition, path) = DefinitionEditor.Insert(
            _view!.Definition, _chosen!, wanted.Port, wanted.Pattern, [.. L[$"pattern-titles.{wanted.Pattern}"].Split('|')]);
        await ChangeAsync(definition, choose: path);
    }

    private IReadOnlyList<(string Port, string Label)> Ports() => Chosen is { } step ? StepWords.Ports(_compiled!, step, L) : [];

    private async Task ConnectAsync((string Port, string To) way)
    {
        if (ChartOf(way.To) != ChartOf(_chosen!))
        {
            _problem = L["Design.OtherChart"];
        }
        else if (await SettledAsync())
        {
            await ChangeAsync(DefinitionEditor.Connect(_view!.Definition, _chosen!, way.Port, way.To[(way.To.LastIndexOf('/') + 1)..]));
        }
    }

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

    private async Task RemoveAsync()
    {
        if (await ChangeAsync(DefinitionEditor.Remove(_view!.Definition, _chosen!)))
        {
            (_chosen, _panel) = (_steps.FirstOrDefault(s => s.IsHuman)?.Path, Guid.NewGuid());
        }
    }

    private async Task MoveAsync((string Path, double X, double Y) moved)
    {
        if (await SettledAsync())
        {
            await ChangeAsync(DefinitionEditor.Move(_view!.Definition, moved.Path, moved.X, moved.Y), keepPanel: true);
        }
    }
}
