namespace Portal.Domain.AreaReports;

/// <summary>What a month brought in one field of work (Đ2.2).</summary>
public sealed record DomainResult
{
    public string? Domain { get; init; }

    public string? Text { get; init; }
}
