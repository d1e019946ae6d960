namespace Portal.Domain.Cases;

/// <summary>Why a person is on a case.</summary>
public enum CasePersonKind
{
    Initiator,
    Participant,

    /// <summary>Was given a step of it.</summary>
    Assignee,

    /// <summary>Put on the access list by name.</summary>
    Named,
}
