namespace Portal.Domain.Cases;

/// <summary>What a leader or lead decided at a step, with the reasons given.</summary>
public sealed class CaseDecision
{
    private string _opinion = "";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid TaskId { get; init; }

    public required string StepId { get; init; }

    public required string Action { get; init; }

    public string Opinion { get => _opinion; init => _opinion = value; }

    public required string DeciderId { get; init; }

    public string? ActingForId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Of the opinion: no looser than what was decided on. That a decision was made, and which, is not hidden.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>Whose Restricted words it decides on: that person reads the opinion; empty where there is nobody.</summary>
    public string AddresseeId { get; init; } = "";

    /// <summary>The opinion is not for whom it is shown to; never stored.</summary>
    public bool IsWithheld { get; private init; }

    /// <summary>X-03: what was said turned out to be a state secret. That it was decided, and how, stays.</summary>
    public void GoOffSystem() => _opinion = "";

    /// <summary>The decision for who may know of it, but not why.</summary>
    public CaseDecision WithoutOpinion() => new()
    {
        Id = Id,
        CaseId = CaseId,
        TaskId = TaskId,
        StepId = StepId,
        Action = Action,
        DeciderId = DeciderId,
        ActingForId = ActingForId,
        At = At,
        Sensitivity = Sensitivity,
        AddresseeId = AddresseeId,
        IsWithheld = Opinion.Length > 0,
    };
}
