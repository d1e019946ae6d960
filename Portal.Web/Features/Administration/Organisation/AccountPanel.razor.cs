using Microsoft.AspNetCore.Components;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Administration;
using Portal.Web.Shared;
using Portal.Web.Shared.Dialogs;

namespace Portal.Web.Features.Administration.Organisation;

public partial class AccountPanel
{
    private readonly SubmitLock _submitLock = new();
    private AccountView? _account;
    private bool _mayChange;
    private string _userName = "";
    private string? _password;
    private string? _problem;
    private string _reason = "";

    [Parameter, EditorRequired]
    public required string PersonId { get; set; }

    [Parameter]
    public string FullName { get; set; } = "";

    [Parameter]
    public EventCallback Changed { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _userName = _account is null ? await Accounts.SuggestAsync(FullName) : "";
    }

    private async Task LoadAsync()
    {
        var found = await Accounts.FindAsync(await Current.GetAsync(), PersonId);
        (_mayChange, _account) = (found.IsSuccess, found.IsSuccess ? found.Value : null);
    }

    // The password that is shown once must not give way to a word about an account that is there already.
    private Task CreateAsync() => _submitLock.RunOnceAsync(async () =>
    {
        if (_account is null)
        {
            await ShowAsync(await Accounts.CreateAsync(await Current.GetAsync(), PersonId, _userName));
        }
    });

    private Task ResetAsync() => _submitLock.RunOnceAsync(async () =>
    {
        if (SaysWhy() && await Dialogs.AgreesAsync(L, "account-reset", FullName))
        {
            await ShowAsync(await Accounts.ResetAsync(await Current.GetAsync(), PersonId, _reason));
        }
    });

    private async Task AskedAsync(string act, Func<Actor, string, string, CancellationToken, Task<Result>> then)
    {
        if (SaysWhy() && await Dialogs.AgreesAsync(L, act, FullName))
        {
            await AfterAsync(then);
        }
    }

    private bool SaysWhy()
    {
        _problem = Reasons.WhyNot(_reason, "reason") is { } refusal ? L.FirstOf(refusal) : null;
        return _problem is null;
    }

    private async Task ShowAsync(Result<string> done)
    {
        Say(done);
        _password = done.IsSuccess ? done.Value : null;
        await LoadAsync();
        await Changed.InvokeAsync();
    }

    private async Task AfterAsync(Func<Actor, string, string, CancellationToken, Task<Result>> act)
    {
        Say(await act(await Current.GetAsync(), PersonId, _reason, default));
        _password = null;
        await LoadAsync();
        await Changed.InvokeAsync();
    }

    private void Say(Result done)
    {
        _problem = done.IsSuccess ? null : L.FirstOf(done.Refusal);
        _reason = done.IsSuccess ? "" : _reason;
    }

    private static string StateOf(AccountView account) => account switch
    {
        { IsLocked: true } => "Accounts.Locked",
        { MustChangePassword: true } => "Accounts.FirstPassword",
        _ => "Accounts.Open",
    };
}
