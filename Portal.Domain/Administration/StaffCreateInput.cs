using Portal.Domain.Organisation;

namespace Portal.Domain.Administration;

/// <summary>Somebody joins the Committee's staff.</summary>
public sealed record StaffCreateInput
{
    public string? Code { get; init; }

    public string? FullName { get; init; }

    public string? Position { get; init; }

    public string? DepartmentId { get; init; }

    public Role[]? Roles { get; init; }

    public DateOnly? From { get; init; }
}
