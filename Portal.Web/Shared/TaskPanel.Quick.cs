using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Operations.Cases;
using Portal.Web.Shared.Dialogs;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Shared;

/// <content>From the few buttons to the whole form, and what is asked once more before it is done.</content>
public partial class TaskPanel
{
    /// <summary>Rows of a list that have a button each; of more the form is unfolded.</summary>
    private const int MostToChange = 6;

    /// <summary>Outcomes that end the case, whatever the process, and that nobody takes back.</summary>
    private static readonly HashSet<string> Final = ["Cancel", "CancelMeeting", "Merge", "Withdraw"];

    /// <summary>Characters of what stands open beside a step, whatever it is: a task in a few words, a new day.</summary>
    private const int Short = 700;

    private bool _isUnfolding;

    [Inject]
    public required IDialogService Dialogs { get; set; }

    [Inject]
    public required IJSRuntime Js { get; set; }

    // One of a few is changed more often than all of them: its own button opens the form with that row ready to be written.
    private IEnumerable<(FormField Field, int Index, string Number)> RowsToChange =>
        MainSchema!.Fields
            .Where(f => f.ForOne is not null && _known[f.Name] is JsonArray { Count: <= MostToChange })
            .SelectMany(f => ((JsonArray)_known[f.Name]!).OfType<JsonObject>()
                .Select((r, i) => (f, i, r["item"]?.ToString() ?? $"{i + 1}")));

    private static bool IsShort(SubmissionView sent) => sent.Form?.ToJsonString().Length <= Short;

    // What has changed since stands above it.
    private bool IsUnfolded(SubmissionView sent) => Module.AsItStands(Case, sent) is null
        && (Task.Spec.Excluded.Count > 0 || Module.UnfoldsWhatWasSent(Task) || IsShort(sent));

    private void ChangeRow((FormField Field, int Index, string Number) row)
    {
        var (name, value) = row.Field.ForOne!.Value;
        _known[row.Field.Name]![row.Index]![name] = value;
        Unfold(null);
    }

    private void Unfold(Refusal? refusal) => (_isQuick, _refused, _opensGate, _isUnfolding) = (false, refusal, true, true);

    // What was opened comes into sight, however long what stands above it is.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isUnfolding)
        {
            _isUnfolding = false;
            await Js.InvokeVoidAsync("portal.focus", "#bieu-mau");
        }
    }

    private Task<bool> AgreesAsync(TaskAction action) => Dialogs.AgreesAsync(
        L, action.Key == "Merge" ? "merge" : "final", L.Action(action.Key, action.Label), Case.Case.Number);
}
