namespace Portal.Domain.Areas;

/// <summary>Văn bản phân công (Đ2.3): number, date and the leader who signed.</summary>
public sealed class AssignmentDecision
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public required string SignerId { get; init; }

    public string Summary { get; init; } = "";
}
