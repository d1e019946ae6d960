namespace Portal.Domain.Cases;

/// <summary>Vấn đề nội bộ (Đ5.3), always Restricted; flagged per Đ7.A.4 it goes to the head.</summary>
public sealed class AreaIssue
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SourceCaseId { get; init; }

    public required int SourceIndex { get; init; }

    public required string AreaId { get; init; }

    public required string GroupId { get; init; }

    public required IssueCategory Category { get; init; }

    public required string Facts { get; init; }

    public required string ProposedSolution { get; init; }

    public bool DemocraticCentralism { get; init; }

    public bool LeadershipUnity { get; init; }

    public bool PersonnelOfStandingCommittee { get; init; }

    public required string AuthorId { get; init; }

    public required DateTime SubmittedAt { get; init; }

    internal static AreaIssue From(
        AreaIssueInput issue, Guid caseId, int index, string groupId, string authorId, CaseContext context) => new()
        {
            SourceCaseId = caseId,
            SourceIndex = index,
            AreaId = issue.AreaId!,
            GroupId = groupId,
            Category = issue.Category!.Value,
            Facts = issue.Facts!,
            ProposedSolution = issue.ProposedSolution!,
            DemocraticCentralism = issue.DemocraticCentralism == true,
            LeadershipUnity = issue.LeadershipUnity == true,
            PersonnelOfStandingCommittee = issue.PersonnelOfStandingCommittee == true,
            AuthorId = authorId,
            SubmittedAt = context.Now,
        };

    /// <summary>R-RPT-04 [Q]: one of the matters that Đ7.A.4 sends to the head.</summary>
    public bool GoesToHead => DemocraticCentralism || LeadershipUnity || PersonnelOfStandingCommittee;
}
