using Portal.Domain.Cases;
using Portal.Domain.ReportItems;

namespace Portal.Web.Features.ReportItems;

/// <summary>What a person most likely does with an item next.</summary>
internal static class ItemActOrder
{
    private static readonly ReportItemAct[] OfLeader =
    [
        ReportItemAct.Direct, ReportItemAct.Release, ReportItemAct.Resolve, ReportItemAct.Reject, ReportItemAct.CarryOver,
        ReportItemAct.Recall, ReportItemAct.ChangeLevel, ReportItemAct.Note, ReportItemAct.Reopen,
    ];

    private static readonly ReportItemAct[] OfWatchers =
    [
        ReportItemAct.Answer, ReportItemAct.Report, ReportItemAct.Start, ReportItemAct.Note, ReportItemAct.Resolve,
        ReportItemAct.CarryOver, ReportItemAct.ChangeLevel, ReportItemAct.Reopen,
    ];

    public static ReportItemAct[] Of(ReportItem item, CaseContext context) =>
        item.WhyNot(ReportItemAct.Direct, context) is null ? OfLeader : [.. OfWatchers, .. OfLeader];
}
