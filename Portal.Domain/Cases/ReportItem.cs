using Portal.Domain.Common;

namespace Portal.Domain.Cases;

/// <summary>Nội dung theo dõi (Đ5.1): entered once, in any source, and reused.</summary>
public sealed class ReportItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SourceCaseId { get; init; }

    /// <summary>Position in the source's list, from 1; with the case it keeps the item from being made twice.</summary>
    public required int SourceIndex { get; init; }

    public required string AreaId { get; init; }

    public required string GroupId { get; init; }

    public required ReportItemKind Kind { get; init; }

    public required string Domain { get; init; }

    public required string Content { get; init; }

    public required ReportItemLevel Level { get; init; }

    public string ProposedHandling { get; init; } = "";

    public string AskedOf { get; init; } = "";

    public string Direction { get; init; } = "";

    /// <summary>Department it was released to (Đ11), or null.</summary>
    public string? ReleasedTo { get; init; }

    public ReportItemState State { get; init; } = ReportItemState.New;

    public Sensitivity Sensitivity { get; init; }

    public required string AuthorId { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>
    /// What the search finds it by, folded; empty for a Restricted item: it is found by nobody, and its words lie nowhere
    /// unsealed.
    /// </summary>
    public string SearchText { get; init; } = "";

    /// <param name="index">Position in the source's list, from 1.</param>
    /// <param name="restricted">The whole source concerns personnel.</param>
    /// <param name="direction">What the leader said of it, or null.</param>
    internal static ReportItem From(
        ReportItemInput item, Guid caseId, int index, string groupId, string authorId, bool restricted, ItemDirection? direction,
        CaseContext context)
    {
        var sensitivity = item.ConcernsPersonnel == true || restricted ? Sensitivity.Restricted : Sensitivity.Normal;
        return new ReportItem
        {
            SourceCaseId = caseId,
            SourceIndex = index,
            AreaId = item.AreaId!,
            GroupId = groupId,
            Kind = item.Kind!.Value,
            Domain = item.Domain!,
            Content = item.Content!,
            Level = item.Level!.Value,
            ProposedHandling = item.ProposedHandling ?? "",
            AskedOf = item.AskedOf ?? "",
            Direction = direction?.Direction ?? "",
            ReleasedTo = direction?.DepartmentId,
            State = direction is null ? ReportItemState.New : ReportItemState.Directed,
            Sensitivity = sensitivity,
            AuthorId = authorId,
            CreatedAt = context.Now,
            SearchText = sensitivity == Sensitivity.Normal ? Fold(item.Content!) : "",
        };
    }

    private static string Fold(string content) => VietnameseText.Fold(content.Length > 1000 ? content[..1000] : content);
}
