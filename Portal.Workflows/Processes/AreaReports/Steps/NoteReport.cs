using Portal.Domain.AreaReports;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.ReportItems;
using Portal.Workflows.Runtime;

namespace Portal.Workflows.Processes.AreaReports.Steps;

/// <summary>The leader takes note of the report, as it is or with a directive, and says of items what is to be done (Đ4.1-2).</summary>
internal sealed class NoteReport(OpinionDemand demand, string outcome)
    : Step<MonthlyAreaReport, ResultReviewInput>(CaseForms.Review, new ResultReviewValidator(demand), outcome)
{
    protected override Result Do(ResultReviewInput input, StepContext<MonthlyAreaReport> at)
    {
        var told = Told(input, at);
        var refusal = at.Subject.WhyNotDirected(input.ItemDirections) ?? at.Subject.WhyNotDecidable(at.Context)
            ?? told.Select(t => WhyNot(t, at.Context)).FirstOrDefault(r => r is not null);
        if (refusal is not null)
        {
            return refusal;
        }

        foreach (var (item, direction, _) in told)
        {
            item.Direct(new ItemDirectiveInput { Words = direction.Direction }, null, at.Context);
            if (!string.IsNullOrEmpty(direction.DepartmentId))
            {
                item.Release(new ItemReleaseInput { DepartmentId = direction.DepartmentId }, at.Context);
            }
        }

        return at.Subject.Note(at.Context);
    }

    protected override StepEffect CameOfIt(ResultReviewInput input, StepContext<MonthlyAreaReport> at) =>
        Decided(input.Opinion, "groupLead", $"person:{at.Subject.AuthorId}") with
        {
            Records = [.. Told(input, at).SelectMany(t => ReportItemNotices.Of(t.Item, at.Context))
                .DistinctBy(n => (n.PersonId, n.Kind, n.Text))],
        };

    // What is said of items that stood in records already; of new ones it is said as their records are made.
    private static List<(ReportItem Item, ItemDirection Direction, int Row)> Told(
        ResultReviewInput input, StepContext<MonthlyAreaReport> at)
    {
        var known = MonthlyAreaReportProcess.ItemsOf(at.Turn).ToDictionary(i => i.Id);
        return
        [
            .. from said in (input.ItemDirections ?? []).Select((d, i) => (Direction: d, Row: i))
               where said.Direction.Item is { } number && at.Subject.Carried.TryGetValue(number, out var id) && known.ContainsKey(id)
               select (known[at.Subject.Carried[said.Direction.Item!.Value]], said.Direction, said.Row),
        ];
    }

    private static Refusal? WhyNot((ReportItem Item, ItemDirection Direction, int Row) told, CaseContext context)
    {
        var refusal = told.Item.WhyNot(ReportItemAct.Direct, context)
            ?? (string.IsNullOrEmpty(told.Direction.DepartmentId) ? null : told.Item.WhyNot(ReportItemAct.Release, context));
        return refusal is null
            ? null
            : Refusal.Invalid([new FieldError($"itemDirections[{told.Row}].item", refusal.Code, refusal.Clause, refusal.Args)]);
    }
}
