using Portal.Web.Operations.Administration;
using Portal.Web.Shared;
using Portal.Web.Shared.Dialogs;

namespace Portal.Web.Features.Administration.Organisation;

/// <summary>
/// Accounts for everybody who has none, and the slips on which each is handed over. The passwords live in this page alone.
/// </summary>
public partial class AccountsPage
{
    private readonly SubmitLock _submitLock = new();
    private readonly HashSet<string> _chosen = [];
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<AccountCandidate>? _rows;
    private IReadOnlyList<AccountSlip> _slips = [];
    private string? _problem;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        ChooseAll(all: true);
    }

    private async Task LoadAsync()
    {
        var found = await Accounts.WithoutAsync(await Current.GetAsync());
        _rows = found.IsSuccess ? found.Value : null;
        _chosen.IntersectWith(_rows?.Select(r => r.PersonId) ?? []);
    }

    private void ChooseAll(bool all)
    {
        _chosen.Clear();
        _chosen.UnionWith(all ? _rows?.Select(r => r.PersonId) ?? [] : []);
    }

    private void Choose(string personId, bool isChosen)
    {
        if (isChosen)
        {
            _chosen.Add(personId);
        }
        else
        {
            _chosen.Remove(personId);
        }
    }

    private Task CreateAsync() => _submitLock.RunOnceAsync(async () =>
    {
        if (!await Dialogs.AgreesAsync(L, "accounts-create", _chosen.Count))
        {
            return;
        }

        var made = await Accounts.CreateManyAsync(await Current.GetAsync(), [.. _chosen], _gone.Token);
        (_slips, _problem) = (made.IsSuccess ? made.Value : [], made.IsSuccess ? null : L.FirstOf(made.Refusal));
        await LoadAsync();
    });

    private async Task ForgetAsync()
    {
        if (await Dialogs.AgreesAsync(L, "slips-done"))
        {
            _slips = [];
            ChooseAll(all: true);
        }
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }
}
