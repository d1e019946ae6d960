using System.Text.Json.Nodes;
using MudBlazor;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.People;
using Portal.Web.Shared;
using Portal.Web.Shared.Dialogs;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Features.Absences;

public partial class AbsencePage
{
    private readonly SubmitLock _submitLock = new();
    private AbsenceView? _view;
    private CaseContext? _context;
    private FormModel? _model;
    private string? _problem;

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        Renew();
    }

    private async Task LoadAsync()
    {
        var actor = await Current.GetAsync();
        _context = await Operations.ContextAsync(actor);
        _view = await Absences.MineAsync(actor);
    }

    private void Renew() => _model = new FormModel(
        AbsenceRules.Schema(Processes.All.Select(p => p.Key), _view!.MayDelegate, IsHead),
        Known(),
        Choices());

    private bool IsHead => _context!.Directory.Head(_context.Today) == _context.Actor.PersonId;

    private JsonObject Known()
    {
        var known = new JsonObject();
        if (_view!.MayDelegate)
        {
            (known["scope"], known["includesRestricted"]) = (AbsenceRules.EveryProcess, false);
        }

        if (IsHead)
        {
            known["includesHeadOnly"] = false;
        }

        return known;
    }

    // Nobody stands in for themselves.
    private FormChoices Choices()
    {
        var choices = FormChoices.Of(_context!, null, wholeCommittee: false, areasAreFixed: false);
        return choices with { Everybody = [.. choices.Everybody.Where(o => o.Value != _context!.Actor.PersonId)] };
    }

    private Task RegisterAsync() => _submitLock.RunOnceAsync(async () =>
    {
        _model!.ClearErrors();
        _problem = null;
        var unreadable = _model.Unreadable.ToList();
        var done = unreadable.Count > 0
            ? Refusal.Invalid(unreadable)
            : await Absences.RegisterAsync(await Current.GetAsync(), _model.ToSend());
        if (!done.IsSuccess)
        {
            _model.Show(done.Refusal.Fields, L);
            _problem = done.Refusal.Fields.Count == 0 ? L.Of(done.Refusal) : null;
            return;
        }

        await LoadAsync();
        Renew();
    });

    private async Task DoAsync(Func<Actor, Task<Result>> act)
    {
        var done = await act(await Current.GetAsync());
        _problem = done.IsSuccess ? null : L.Of(done.Refusal);
        await LoadAsync();
    }

    private async Task AskedAsync(string act, Func<Actor, Task<Result>> then)
    {
        if (await Dialogs.AgreesAsync(L, act))
        {
            await DoAsync(then);
        }
    }

    // A delegation that has ended or was revoked needs no button.
    private bool Matters(DelegationGrant grant) => grant.RevokedAt is null && grant.ValidTo >= _context!.Today;

    private string Describe(DelegationGrant grant) => DelegationWords.Of(L, grant);

    private string StateOf(DelegationGrant grant)
    {
        if (grant.RevokedAt is not null)
        {
            return L["Absence.StateRevoked"];
        }

        if (grant.ValidTo < _context!.Today)
        {
            return L["Absence.StateEnded"];
        }

        if (grant.AcceptedAt is null)
        {
            return L["Absence.StateWaiting"];
        }

        return L[grant.ValidFrom > _context.Today ? "Absence.StatePlanned" : "Absence.StateActive"];
    }

    private static string Period(IEffectiveDated dated) => DelegationWords.Period(dated);
}
