using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Web.Operations.Authoring;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Web.Features.Design;

public partial class CodePage
{
    private const long MaxBytes = 3L * WorkflowDefinition.MaxCharacters;

    private DesignView? _view;
    private List<(int Line, string Text, bool IsError)> _errors = [];
    private string _text = "";
    private string? _problem;
    private string? _saved;

    [Parameter]
    public required string VersionId { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var opened = await Design.OpenAsync(await Current.GetAsync(), VersionId);
        if (opened.IsSuccess)
        {
            Take(opened.Value);
        }
    }

    private void Take(DesignView view)
    {
        (_view, _text) = (view, view.Definition.Write(indented: true));
        _errors = [.. view.Problems.Select(Located).OrderBy(e => e.Line)];
    }

    private (int Line, string Text, bool IsError) Located(Problem problem) =>
        (DocumentLines.Of(_text, problem.Place), ProblemWords.Of(problem, L, _view!.Definition), problem.Severity == ProblemSeverity.Error);

    private async Task SaveAsync()
    {
        (_problem, _saved) = (null, null);
        var written = await WrittenAsync();
        if (written.Length > WorkflowDefinition.MaxCharacters)
        {
            _problem = L["Definition.TooLarge"];
            return;
        }

        WorkflowDefinition definition;
        try
        {
            definition = WorkflowDefinition.Read(written);
        }
        catch (DefinitionFormatException e)
        {
            _errors = [(e.Line ?? DocumentLines.Of(written, e.Path), L[e.Code, e.Path, e.Detail ?? ""], true)];
            return;
        }

        var saved = await Design.SaveAsync(await Current.GetAsync(), VersionId, definition, _view!.Stamp);
        if (saved.IsSuccess)
        {
            Take(saved.Value);
            _saved = L["Design.Saved", Time.GetUtcNow().UtcDateTime];
        }
        else
        {
            _problem = saved.Refusal.Code == "Common.NotFound" ? L["Code.OtherProcess"] : L.Of(saved.Refusal);
        }
    }

    // Streamed: a document is larger than one message of the circuit may be.
    private async Task<string> WrittenAsync()
    {
        await using var stream = await Js.InvokeAsync<IJSStreamReference>("portal.text", "#ma");
        if (stream.Length > MaxBytes)
        {
            return new string(' ', WorkflowDefinition.MaxCharacters + 1);
        }

        using var reader = new StreamReader(await stream.OpenReadStreamAsync(MaxBytes));
        return await reader.ReadToEndAsync();
    }

    private async Task GoAsync(int line) => await Js.InvokeVoidAsync("portal.line", "#ma", line);
}
