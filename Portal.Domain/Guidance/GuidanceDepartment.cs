namespace Portal.Domain.Guidance;

/// <summary>A department that it was done with.</summary>
public sealed class GuidanceDepartment
{
    public required Guid ActionId { get; init; }

    public required string DepartmentId { get; init; }
}
