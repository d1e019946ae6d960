namespace Portal.Domain.Regulations;

public sealed class RegulationClause
{
    public required string RegulationId { get; init; }

    /// <summary><c>Đ7.B.3</c> = Điều 7, part B, khoản 3.</summary>
    public required string Code { get; init; }

    public required string Heading { get; init; }

    public required string Text { get; init; }

    public int Order { get; init; }
}
