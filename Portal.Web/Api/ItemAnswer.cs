using Portal.Domain.Cases;
using Portal.Domain.ReportItems;
using Portal.Web.Operations.ReportItems;

namespace Portal.Web.Api;

/// <param name="SourceCaseId">The case that it was reported in; null where it was entered by itself.</param>
/// <param name="Acts">What I may do with it now.</param>
/// <param name="MergedIntoId">The item that goes on for both.</param>
public sealed record ItemAnswer(
    Guid Id, int Version, Guid? SourceCaseId, string AreaId, string GroupId, ReportItemKind Kind, string Domain, ReportItemLevel Level,
    ReportItemState State, string Content, string ProposedHandling, string AskedOf, string Direction, string? ReleasedTo, bool IsAnswered,
    bool IsRestricted, Guid? TaskId, Guid? MergedIntoId, string AuthorId, DateTime CreatedAt, IReadOnlyList<ReportItemAct> Acts,
    IReadOnlyList<ItemEntryAnswer> History)
{
    internal static ItemAnswer Of(ReportItemView view)
    {
        var i = view.Item;
        return new ItemAnswer(
            i.Id, i.Version, i.SourceCaseId, i.AreaId, i.GroupId, i.Kind, i.Domain, i.Level, i.State, i.Content, i.ProposedHandling,
            i.AskedOf, i.Direction, i.ReleasedTo, i.IsAnswered, i.Sensitivity != Sensitivity.Normal, i.TaskId, i.MergedIntoId, i.AuthorId,
            i.CreatedAt, view.Acts,
            [.. view.History.Select(h => new ItemEntryAnswer(h.Act, h.At, h.PersonId, h.ActingForId, h.From, h.To, h.Words))]);
    }
}
