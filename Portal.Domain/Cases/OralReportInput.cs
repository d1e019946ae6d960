namespace Portal.Domain.Cases;

/// <summary>Đã báo cáo trực tiếp: to whom, when, how, and what was answered.</summary>
public sealed record OralReportInput
{
    public string? ToId { get; init; }

    public DateTime? At { get; init; }

    public ContactChannel? Channel { get; init; }

    public string? Answer { get; init; }
}
