using System.Text.Json.Nodes;
using Microsoft.JSInterop;
using Portal.Domain.Common;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Shared.Wizard;

/// <content>From page to page, and the form sent from the last one.</content>
public partial class FormWizard
{
    private async Task NextAsync()
    {
        _model!.ClearErrors();
        _problem = null;
        var here = Schema.Pages[_page].Fields.Select(f => f.Name).ToList();
        var errors = _model.Unreadable.Concat(_model.Missing).Concat(Schema.Check(_model.ToSend())?.Fields ?? [])
            .Where(e => here.Contains(e.Path.Split('.', '[')[0]))
            .OrderBy(e => here.IndexOf(e.Path.Split('.', '[')[0]))
            .Concat(WrongExtra(ExtraOf(_page)))
            .DistinctBy(e => e.Path)
            .ToList();
        if (errors.Count > 0)
        {
            _model.Show(errors, L);
            await SaveAsync();
            await FocusSummaryAsync();
            return;
        }

        var next = _comesFromCheck ? Schema.Pages.Length : _page + 1;
        await GoAsync(next);
    }

    private async Task GoAsync(int page)
    {
        // Who mends an answer from the check page goes back there, not through all pages again.
        _comesFromCheck = page < Schema.Pages.Length && (_comesFromCheck || _page == Schema.Pages.Length);
        _page = page;
        _reached = Math.Max(_reached, page);
        _problem = null;
        _unsaved = true;
        await SaveAsync();
        await Js.InvokeVoidAsync("portal.focus", "#trang");
    }

    private Task EditAsync(string field) => GoAsync(PageOf(field));

    private Task SendAsync(TaskAction action) => _submitLock.RunOnceAsync(async () =>
    {
        _model!.ClearErrors();
        _problem = null;
        if (await IsChangedElsewhereAsync())
        {
            return false;
        }

        var form = _model.ToSend();
        var extra = Extra.Count > 0 ? (JsonObject)ExtraValues().DeepClone() : null;
        var refusal = _model.Unreadable.ToList() is { Count: > 0 } unreadable
            ? Refusal.Invalid(unreadable)
            : await Send(action, form, extra);
        if (refusal is null)
        {
            _unsaved = false;
            return true;
        }

        await ShowAsync(refusal);
        return false;
    });

    private async Task ShowAsync(Refusal refusal)
    {
        _unsaved = true;
        await SaveAsync();
        if (refusal.Fields.Count > 0)
        {
            _model!.Show(refusal.Fields, L);
            if (Schema.Pages.Length > 1 && refusal.Fields[0].Path is { Length: > 0 } path)
            {
                _page = PageOf(path);
            }
        }
        else
        {
            _problem = refusal.Code == "Common.ChangedMeanwhile" ? $"{L.Of(refusal)} {L["Wizard.TextKept"]}" : L.Of(refusal);
        }

        await FocusSummaryAsync();
    }

    private async Task FocusSummaryAsync()
    {
        StateHasChanged();
        await Task.Yield();
        await Js.InvokeVoidAsync("portal.focus", "#loi");
    }
}
