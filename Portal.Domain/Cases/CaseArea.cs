namespace Portal.Domain.Cases;

public sealed class CaseArea
{
    public Guid CaseId { get; init; }

    public required string AreaId { get; init; }
}
