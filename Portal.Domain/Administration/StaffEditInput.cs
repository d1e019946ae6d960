using Portal.Domain.Organisation;

namespace Portal.Domain.Administration;

/// <summary>Name, position and department as they are now, and the roles from a day on.</summary>
public sealed record StaffEditInput
{
    public string? FullName { get; init; }

    public string? Position { get; init; }

    public string? DepartmentId { get; init; }

    public Role[]? Roles { get; init; }

    public DateOnly? From { get; init; }
}
