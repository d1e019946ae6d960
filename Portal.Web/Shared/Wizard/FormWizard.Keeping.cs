using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Web.Operations.Cases;
using Portal.Web.Shared.Dialogs;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Shared.Wizard;

/// <content>The draft on the server: it follows the typing, and what another window changed comes in.</content>
public partial class FormWizard
{
    // before the gate is answered nothing is kept, not even as a draft.
    private void OnChanged()
    {
        _unsaved = true;
        _saving ??= new Timer(_ => Begin(SaveTypedAsync));
        _saving.Change(SaveAfter, Timeout.InfiniteTimeSpan);
        StateHasChanged();
    }

    // What is being sent is no draft any more; if it is refused, it is kept then.
    private Task SaveTypedAsync() => _submitLock.IsBusy ? Task.CompletedTask : SaveAsync();

    private async Task SaveAsync()
    {
        if (await KeepAsync() is not { } saved)
        {
            return;
        }

        if (saved.IsSuccess)
        {
            _savedAt = saved.Value.At;
        }
        else
        {
            _problem = L.Of(saved.Refusal);
        }

        StateHasChanged();
    }

    // Who asks for the draft while it is being stored would take their own words for somebody else's.
    /// <returns>Null when there was nothing to keep.</returns>
    private Task<Result<KeptDraft>?> KeepAsync() => _turns.RunAsync(KeepNowAsync);

    private async Task<Result<KeptDraft>?> KeepNowAsync()
    {
        if (_model is null || Subject is null || !_unsaved || !_model.MayBeKept)
        {
            return null;
        }

        _unsaved = false;
        var page = _page == Schema.Pages.Length ? "check" : Schema.Pages[_page].Key;
        var sent = (JsonObject)_model.Values.DeepClone();
        var kept = await Acts.SaveDraftAsync(
            await Current.GetAsync(), Subject, Schema.Key, (JsonObject)sent.DeepClone(), page, (JsonObject)_stored.DeepClone(), AuthorId);
        if (kept.IsSuccess)
        {
            _stored = (JsonObject)kept.Value.Form.DeepClone();
            if (kept.Value.IsMerged)
            {
                _model.TakeOver(sent, kept.Value.Form);
                _elsewhere = L["Wizard.ChangedElsewhere", LocalFormat.Clock(kept.Value.At)];
            }
        }

        return kept;
    }

    /// <summary>What somebody else, or another window, wrote meanwhile is not sent unseen: it comes in first.</summary>
    private Task<bool> IsChangedElsewhereAsync() => _turns.RunAsync(async () =>
    {
        if (Subject is null || !_model!.MayBeKept
            || await Acts.FindDraftAsync(await Current.GetAsync(), Subject) is not { } now
            || JsonNode.DeepEquals(now.Form, _stored))
        {
            return false;
        }

        _unsaved = true;
        return await KeepNowAsync() is { IsSuccess: true, Value.IsMerged: true };
    });

    private async Task DiscardAsync()
    {
        // Files go with the draft: that is asked before; what was typed comes back at a press.
        var (had, files) = ((JsonObject)_model!.Values.DeepClone(), _model.HoldsFiles);
        if (files && !await Dialogs.AgreesAsync(L, "draft-discard"))
        {
            return;
        }

        if (Subject is not null)
        {
            await _turns.RunAsync(async () => await Acts.DiscardDraftAsync(await Current.GetAsync(), Subject));
        }

        _model!.Changed -= OnChanged;
        _model = ModelOf((JsonObject)Known.DeepClone());
        _comesFromCheck = false;
        _stored = (JsonObject)Known.DeepClone();
        (_page, _reached, _savedAt, _unsaved, _problem, _elsewhere) = (0, 0, null, false, null, null);
        if (!files)
        {
            Snackbar.AddUndo(L, L["Wizard.Discarded"], () => InvokeAsync(() => BringBackAsync(had)));
        }
    }

    private Task BringBackAsync(JsonObject values)
    {
        _model!.Changed -= OnChanged;
        _model = ModelOf(values);
        _unsaved = true;
        return SaveAsync();
    }
}
