using Microsoft.AspNetCore.Components;
using Portal.Domain.Common;
using Portal.Web.Operations.Authoring;
using Portal.Web.Shared;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Features.Design;

/// <summary>The cases at work on other versions, and which of them go over to this one.</summary>
public partial class MigratePage
{
    private readonly Dictionary<string, string> _mapping = [];
    private readonly HashSet<Guid> _chosen = [];
    private Dictionary<Guid, Refusal> _outcomes = [];
    private MigrationView? _view;
    private string _reason = "";
    private string? _reasonProblem;
    private string? _problem;
    private string? _done;
    private int _moved;
    private int _moving;
    private readonly SubmitLock _submitLock = new();

    [Parameter]
    public required string VersionId { get; set; }

    protected override async Task LoadAsync()
    {
        var found = await Migration.PreviewAsync(await Current.GetAsync(), VersionId, _mapping, Address.Page);
        (_view, _problem) = (found.IsSuccess ? found.Value : null, found.IsSuccess ? null : L.Of(found.Refusal));
        _chosen.RemoveWhere(c => _view?.Cases.Any(r => r.CaseId == c && r.Problems.Count == 0) != true);
    }

    // Steps that this version has not, and those that were mapped already.
    private IEnumerable<(string Path, string Title)> Gone(MigrationView view) =>
        view.Cases.SelectMany(c => c.Steps)
            .Where(s => s.To is null || _mapping.ContainsKey(s.From))
            .Select(s => (s.From, s.FromTitle))
            .Distinct();

    private string Moment(DateTime? due) => due is { } at ? LocalFormat.Moment(at) : L["DryRun.NoDue"];

    private Task MapAsync(string path, string id)
    {
        if (id.Length == 0)
        {
            _mapping.Remove(path);
        }
        else
        {
            _mapping[path] = id;
        }

        return LoadAsync();
    }

    private void Choose(Guid id, bool chosen)
    {
        if (chosen)
        {
            _chosen.Add(id);
        }
        else
        {
            _chosen.Remove(id);
        }
    }

    private void ChooseAll() => _chosen.UnionWith(_view!.Cases.Where(c => c.Problems.Count == 0).Select(c => c.CaseId));

    private void Show(int moved)
    {
        _moved = moved;
        StateHasChanged();
    }

    private Task MoveAsync() => _submitLock.RunOnceAsync(async () =>
    {
        (_moved, _moving) = (0, _chosen.Count);
        var done = await Migration.MoveAsync(
            await Current.GetAsync(), VersionId, _chosen, _mapping, _reason, new Progress<int>(Show));
        _moved = _moving;
        _reasonProblem = done.IsSuccess || done.Refusal.Fields.Count == 0 ? null : L.Of(done.Refusal.Fields[0]);
        _problem = done.IsSuccess || done.Refusal.Fields.Count > 0 ? null : L.Of(done.Refusal);
        if (!done.IsSuccess)
        {
            return;
        }

        _outcomes = done.Value.Where(o => o.Refusal is not null).ToDictionary(o => o.CaseId, o => o.Refusal!);
        _done = L["Migration.Moved", done.Value.Count - _outcomes.Count, _outcomes.Count];
        _chosen.Clear();
        await LoadAsync();
    });
}
