using System.Text.Json.Nodes;
using Portal.Domain.Administration;
using Portal.Domain.Administration.Workbook;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Administration;

/// <summary>
/// An act that was tried on a draft of the whole organisation and breaks no rule. It lies in the context of its operation, which stores it
/// or lets it go.
/// </summary>
/// <param name="Rows">What it changes, row by row.</param>
/// <param name="NeedsLeader">A leader approves it before it is stored, by what it changes.</param>
internal sealed record TriedAct(OrganisationAct Act, OrganisationDraft Draft, IReadOnlyList<ChangedRow> Rows, bool NeedsLeader)
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
            : new TriedAct(act, draft, comparison.Changes(), OrganisationAdministration.Take(o, draft));
    }

    /// <summary>It is stored with this operation; the trail says what changed.</summary>
    /// <returns>What it takes to undo it.</returns>
    public string CarryOut(Operation o, string rowId, JsonObject form)
    {
        var (changes, trace) = (OrganisationAdministration.Changes(o.Db), ImportTrace.Of(o.Db));
        o.Audit($"Organisation.{Act.Key}", rowId, changes, (string?)form["reason"] ?? "");
        return trace;
    }
}
