namespace Portal.Domain.Cases;

/// <summary>Đ5.1: what is followed up.</summary>
public enum ReportItemKind
{
    Difficulty,
    Proposal,
    Recommendation,
    NewModel,
    CreativePractice,
    Limitation,
    Remedy,
}
