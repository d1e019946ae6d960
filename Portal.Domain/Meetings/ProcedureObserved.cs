namespace Portal.Domain.Meetings;

/// <summary>Đ5.2: whether what was decided followed procedure, publicity, democracy and rules.</summary>
public enum ProcedureObserved
{
    Correct,
    Shortcomings,
    Breach,
}
