using System.Text.Json.Nodes;
using Portal.Domain.Administration;
using Portal.Domain.Administration.Workbook;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Administration;

/// <summary>An act that was tried on a draft of the whole organisation and breaks no rule; nothing is stored yet.</summary>
/// <param name="Rows">What it changes, row by row.</param>
internal sealed record TriedAct(OrganisationAct Act, OrganisationDraft Draft, IReadOnlyList<ChangedRow> Rows)
{
    /// <param name="known">What the form opened with; null where it is not compared.</param>
    public static async Task<Result<TriedAct>> MakeAsync(
        Operation o, string actKey, string rowId, JsonObject form, JsonObject? known, CancellationToken cancellation)
    {
        if (OrganisationAct.Find(actKey) is not { } act)
        {
            return Refusal.NotFound;
        }

        var draft = await OrganisationAdministration.DraftAsync(o, cancellation);
        if (act.OfRow && !act.IsOpen(draft.Directory, rowId, o.Context.Today))
        {
            return Refusal.NotFound;
        }

        if (known is not null && !JsonNode.DeepEquals(known, act.Known(draft.Directory, rowId, o.Context.Today)))
        {
            return AdministrationRefusals.ChangedMeanwhile;
        }

        var comparison = new OrganisationComparison(draft);
        return (act.Apply(draft, rowId, form) ?? draft.WhyNotSound()) is { } refusal
            ? refusal
            : new TriedAct(act, draft, comparison.Changes());
    }

    /// <summary>Has it stored with this operation, and says in the trail what changed.</summary>
    /// <returns>What it takes to undo it.</returns>
    public string CarryOut(Operation o, string rowId, JsonObject form)
    {
        OrganisationAdministration.Take(o, Draft);
        var (changes, trace) = (OrganisationAdministration.Changes(o.Db), ImportTrace.Of(o.Db));
        o.Audit($"Organisation.{Act.Key}", rowId, changes, (string?)form["reason"] ?? "");
        return trace;
    }
}
