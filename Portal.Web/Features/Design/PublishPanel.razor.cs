using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain.Forms;
using Portal.Web.Operations.Authoring;
using Portal.Web.Shared;
using Portal.Web.Shared.Dialogs;
using Portal.Workflows.Authoring;

namespace Portal.Web.Features.Design;

public partial class PublishPanel
{
    private VersionComparison? _comparison;
    private string _note = "";
    private string _comment = "";
    private string _returner = "";
    private bool _mayReturn;
    private string? _problem;
    private string? _commentProblem;
    private string? _done;
    private readonly SubmitLock _submitLock = new();
    private int _stamp = -1;

    [Parameter, EditorRequired]
    public required DesignView View { get; set; }

    [Parameter]
    public EventCallback OnPublished { get; set; }

    private bool HasErrors => View.Problems.Any(p => p.Severity == ProblemSeverity.Error);

    protected override async Task OnParametersSetAsync()
    {
        if (_stamp == View.Stamp)
        {
            return;
        }

        _stamp = View.Stamp;
        _note = _note.Length == 0 ? View.Row.Note : _note;
        var actor = await Current.GetAsync();
        _mayReturn = (await Design.AwaitedAsync(actor)).Any(a => a.Id == View.Row.Id);
        _returner = View.Row.ReturnedById.Length == 0
            ? "" : (await Operations.ContextAsync(actor)).Directory.NameOf(View.Row.ReturnedById);
        var list = await Design.ListAsync(actor);
        if (list.IsSuccess && list.Value.FirstOrDefault(p => p.DefinitionId == View.DefinitionId)?.Published is { } published)
        {
            var found = await Design.CompareAsync(actor, published.Id, View.Row.Id);
            _comparison = found.IsSuccess ? found.Value : null;
        }
    }

    private async Task ReturnAsync()
    {
        var done = await Design.ReturnAsync(await Current.GetAsync(), View.Row.Id, _comment);
        _commentProblem = done.IsSuccess ? null : L.FirstOf(done.Refusal);
        if (done.IsSuccess)
        {
            (_mayReturn, _stamp) = (false, -1);
            Snackbar.Add(L["Design.Returned"], Severity.Success);
            await OnPublished.InvokeAsync();
        }
    }

    private Task PublishAsync() => _submitLock.RunOnceAsync(async () =>
    {
        // A note that is too short is said at once.
        if (!Reasons.IsTooShort(_note.Trim()) && !await Dialogs.AgreesAsync(L, "publish"))
        {
            return false;
        }

        var done = await Design.PublishAsync(await Current.GetAsync(), View.Row.Id, View.Stamp, _note);
        _problem = done.IsSuccess ? null : L.FirstOf(done.Refusal);
        _done = !done.IsSuccess ? null : L[done.Value ? "Design.PublishedNow" : "Design.AskedSecond"];
        if (done.IsSuccess)
        {
            Snackbar.Add(_done!, Severity.Success);
            await OnPublished.InvokeAsync();
        }

        // Asked for a second person, the draft may be changed and asked for again.
        return done.IsSuccess && done.Value;
    });
}
