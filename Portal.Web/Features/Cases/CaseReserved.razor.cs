using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations.Cases;
using Portal.Web.Shared.Dialogs;
using Portal.Web.Shared.Forms;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.Cases;

public partial class CaseReserved
{
    private static readonly TaskAction Send = new() { Key = "Reserve", Label = "" };
    private CaseDecision? _decision;
    private string? _problem;
    private Remark _remark = new("", HoldsNoSecret: false);

    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private string Me => Context.Actor.PersonId;

    private static JsonObject Known() => new() { ["forward"] = true };

    private string? DeciderOf(ReservedOpinion opinion) => View.Decisions.FirstOrDefault(d => d.Id == opinion.DecisionId)?.DeciderId;

    private string DecisionText(Guid id) => View.Decisions.FirstOrDefault(d => d.Id == id) is { } d
        ? $"{Context.Directory.NameOf(d.DeciderId)} – {L.Action(d.Action)}, {LocalFormat.Moment(d.At)}" : "";

    private async Task<Refusal?> SendAsync(TaskAction action, JsonObject form, JsonObject? extra)
    {
        var done = await Acts.ReserveAsync(await Current.GetAsync(), View.Case.Id, _decision!.Id, form);
        if (!done.IsSuccess)
        {
            return done.Refusal;
        }

        _decision = null;
        await OnChanged.InvokeAsync();
        return null;
    }

    private async Task SayAsync(ReservedOpinion opinion)
    {
        var actor = await Current.GetAsync();
        await AfterAsync(opinion.AuthorId == Me
            ? await Acts.NoteOnReservedAsync(actor, opinion.Id, _remark)
            : await Acts.RespondToReservedAsync(actor, opinion.Id, _remark));
    }

    private async Task WithdrawAsync(ReservedOpinion opinion)
    {
        if (await Dialogs.AgreesAsync(L, "reserve-withdraw"))
        {
            await AfterAsync(await Acts.WithdrawReservedAsync(await Current.GetAsync(), opinion.Id));
        }
    }

    private async Task AfterAsync(Result done)
    {
        _problem = done.IsSuccess
            ? null
            : L.FirstOf(done.Refusal);
        if (done.IsSuccess)
        {
            _remark = new Remark("", HoldsNoSecret: false);
            await OnChanged.InvokeAsync();
        }
    }
}
