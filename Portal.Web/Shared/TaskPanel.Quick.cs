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

    /// <summary>What one key does; nothing where the step has no such outcome.</summary>
    public async Task PressAsync(Press press)
    {
        var action = press switch
        {
            Press.Agree => MainActions.FirstOrDefault(a => !NeedsWords(a)),
            Press.WithOpinion => MainActions.FirstOrDefault(a => !a.CommentRequired && NeedsWords(a)),
            _ => MainActions.FirstOrDefault(a => a.CommentRequired),
        };
        if (action is not null && _isQuick)
        {
            await QuickAsync(action);
            StateHasChanged();
        }
    }

    // As it opens it can be sent: what there is to decide is which outcome.
    private bool IsComplete(FormSchema schema) =>
        Task.Spec.Fields.All(f => !f.Required) && IsComplete(schema, _known);

    private bool IsComplete(FormSchema schema, JsonObject known) =>
        !schema.IsInWords(known) && schema.Check(known) is null && !DemandsOf(schema.Key)(known).Any();

    // What may be said of several at once without a word is said of one as quickly; else its form opens.
    private async Task ChooseAsync(TaskAction action)
    {
        var known = _knownOf.GetValueOrDefault(action.Form!, []);
        if (!action.Bulk || NeedsWords(action) || Processes.Form(action.Form) is not { } schema || !IsComplete(schema, known))
        {
            _chosen = action;
            return;
        }

        await _submitLock.RunOnceAsync(async () =>
        {
            var refusal = await SendAsync(action, (JsonObject)known.DeepClone(), null);
            _problem = refusal is null ? null : L.Of(refusal);
            return refusal is null;
        });
    }

    private string QuickWords(TaskAction action, int index) =>
        index == 0 && Module.MainWords(MainSchema!.Key, _known, Context) is { } words ? L[words] : L.Action(action.Key, action.Label);

    // By the outcome's own setting, or by its name: Acknowledge, AcknowledgeWithDirective.
    private static bool NeedsWords(TaskAction action) =>
        action.CommentRequired || action.Key.Contains("With", StringComparison.Ordinal);

    private Task QuickAsync(TaskAction action)
    {
        if (NeedsWords(action))
        {
            Unfold(null);
            return System.Threading.Tasks.Task.CompletedTask;
        }

        return _submitLock.RunOnceAsync(async () =>
        {
            var refusal = await SendAsync(action, (JsonObject)_known.DeepClone(), null);
            if (refusal is { Fields.Count: > 0 })
            {
                Unfold(refusal);
            }

            _problem = refusal is null ? null : L.Of(refusal);
            return refusal is null;
        });
    }
}
