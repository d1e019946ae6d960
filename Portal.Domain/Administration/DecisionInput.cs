namespace Portal.Domain.Administration;

/// <summary>The written decision behind an assignment (Đ2.3).</summary>
public sealed record DecisionInput
{
    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? SignerId { get; init; }

    public string? Summary { get; init; }
}
