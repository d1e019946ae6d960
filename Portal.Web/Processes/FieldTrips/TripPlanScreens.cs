using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.FieldTrips;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Persistence;
using Portal.Web.Texts;
using Portal.Workflows.Processes.FieldTrips;

namespace Portal.Web.Processes.FieldTrips;

/// <summary>P1, steps 1 to 3: the monthly plan on the pages of cases.</summary>
public sealed class TripPlanScreens(TripPlans plans, TripSuggestions suggestions, Localizer texts) : ProcessScreens
{
    /// <summary>Areas that are offered at a time.</summary>
    private const int MostOffered = 8;

    public override IReadOnlyList<string> ProcessKeys => [MonthlyTripPlanProcess.ProcessKey];

    /// <summary>F4 and what is struck off or moved: an item is picked, not numbered by hand.</summary>
    public override FormChoices Choices(FormChoices general, CaseView view, CaseContext context, string? item)
    {
        if (view.Subject is not MonthlyTripPlan plan)
        {
            return general;
        }

        string Areas(TripPlanItemInput content) => string.Join(", ", (content.AreaIds ?? []).Select(context.Directory.AreaName));
        string Day(DateOnly? day) => day?.ToString("dd/MM", CultureInfo.InvariantCulture) ?? "";
        FormItem Of(TripPlanItemInput content, int number, DateOnly? day) => new(
            number, $"{Areas(content)}, {Day(day)}: {FormItem.Short(content.Purpose ?? "")}", "");
        return general with
        {
            Items = new Dictionary<string, IReadOnlyList<FormItem>>
            {
                ["itemOpinions"] = [.. (plan.Content.Items ?? []).Select((content, i) => Of(content, i + 1, content.DateFrom))],
                ["item"] = [.. plan.Items.Where(i => i.State == PlanItemState.Planned).Select(i => Of(i.Content, i.Number, i.DateFrom))],
            },
        };
    }

    /// <summary>F1: what an item may follow up.</summary>
    public override async Task<IReadOnlyList<Option>> CasesToPickAsync(string formKey, Actor actor, Guid? caseId) =>
        formKey == PlanForms.Plan.Key && caseId is { } id ? await plans.RelatedAsync(actor, id) : [];

    public override async Task<IReadOnlyList<LinkedCase>> LinksAsync(
        PortalDbContext db, ICaseSubject subject, AccessScope scope, CancellationToken cancellation)
    {
        var ids = (((MonthlyTripPlan)subject).Content.Items ?? []).SelectMany(i => i.RelatedCases ?? []).Distinct().ToList();
        return ids.Count == 0
            ? []
            : await db.Cases.Where(CaseAccess.Title(scope)).Where(c => ids.Contains(c.Id))
                .Select(c => new LinkedCase(c.Id, c.Number, c.Title))
                .ToListAsync(cancellation);
    }

    /// <summary>F1: an item may run over into another month, but is looked at again; R-ORG-06: so is one whose area ends before.</summary>
    public override IEnumerable<string> Warnings(
        string formKey, JsonObject form, CaseView? view, CaseContext context, Localizer texts)
    {
        if (view?.Subject is not MonthlyTripPlan plan)
        {
            return [];
        }

        if (formKey == PlanForms.Move.Key)
        {
            var item = plan.Items.FirstOrDefault(i => i.Number.ToString(CultureInfo.InvariantCulture) == form["item"]?.ToString());
            return EndedAreas.Warnings(item?.Content.AreaIds ?? [], DaysOf(form), context.Directory, texts);
        }

        return formKey == PlanForms.Plan.Key ? WarningsOfItems(form, plan.Month, context, texts) : [];
    }

    private static IEnumerable<string> WarningsOfItems(JsonObject form, DateOnly first, CaseContext context, Localizer texts)
    {
        var last = first.AddMonths(1).AddDays(-1);
        foreach (var (row, i) in (form["items"] as JsonArray ?? []).OfType<JsonObject>().Select((r, i) => (r, i)))
        {
            if (DaysOf(row).Any(d => d < first || d > last))
            {
                yield return texts["Plan.OutsideMonth", i + 1, first.ToString("MM/yyyy", CultureInfo.InvariantCulture)];
            }

            foreach (var warning in EndedAreas.Warnings(EndedAreas.Named(row), DaysOf(row), context.Directory, texts))
            {
                yield return $"{texts["Clash.Row", i + 1]} {warning}";
            }
        }
    }

    private static IEnumerable<DateOnly> DaysOf(JsonObject row) =>
        from name in new[] { "dateFrom", "dateTo" }
        let text = row[name]?.ToString()
        where DateOnly.TryParse(text, CultureInfo.InvariantCulture, out _)
        select DateOnly.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>F1: where nobody has been for long, one press makes an item of it.</summary>
    public override async Task<IReadOnlyDictionary<string, RowsToAdd>> RowsAsync(
        string formKey, Actor actor, CaseView? view, CaseContext context)
    {
        if (formKey != PlanForms.Plan.Key || view is null)
        {
            return await base.RowsAsync(formKey, actor, view, context);
        }

        var areas = await plans.SuggestAsync(actor, view.Case.GroupId);
        return new Dictionary<string, RowsToAdd>
        {
            ["items"] = new RowsToAdd(
                PlanPrefill.Item(null, view.Case.GroupId, context),
                [
                    .. areas.Take(MostOffered).Select(a => new RowOffer(
                        context.Directory.AreaName(a.AreaId), Why(a), PlanPrefill.Item(a.AreaId, view.Case.GroupId, context))),
                ]),
        };
    }

    public override Task<IReadOnlyList<FormSuggestion>> SuggestAsync(string formKey, Actor actor, CaseView? view) =>
        formKey == PlanForms.Plan.Key ? suggestions.NoticesAsync(actor) : base.SuggestAsync(formKey, actor, view);

    private string Why(PlanSuggestion area) =>
        (area.LastVisit is { } day ? texts["Plan.LastVisit", day] : texts["Plan.NeverVisited"])
            + (area.OpenItems > 0 ? $" · {texts["Plan.OpenItems", area.OpenItems]}" : "")
            + (area.RestrictedItems is { } hidden ? $" · {texts["Plan.RestrictedItems", hidden]}" : "")
            + (area.Orders > 0 ? $" · {texts["Plan.LeaderTasks", area.Orders]}" : "");
}
