namespace Portal.Domain.Reviews;

/// <summary>The department that is asked about a field of work.</summary>
public sealed record ConsultantInput
{
    public string? Domain { get; init; }

    public string? DepartmentId { get; init; }
}
