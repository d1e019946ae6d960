namespace Portal.Domain.Areas;

/// <summary>S-13, the form: from when to when, why, and who stands in meanwhile.</summary>
public sealed record AbsenceInput
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Reason { get; init; }

    /// <summary>The substitute; null when nobody is named.</summary>
    public string? DelegateId { get; init; }

    /// <summary><see cref="AbsenceRules.EveryProcess"/> or <see cref="AbsenceRules.SomeProcesses"/>.</summary>
    public string? Scope { get; init; }

    /// <summary>Keys of the processes that are lent, where not every one is.</summary>
    public string[]? Processes { get; init; }

    public bool? IncludesRestricted { get; init; }

    /// <summary>Steps for the head alone are lent too; null and no: they wait for the head .</summary>
    public bool? IncludesHeadOnly { get; init; }
}
