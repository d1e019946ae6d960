namespace Portal.Domain.Reviews;

/// <summary>How far a remedy has come.</summary>
public enum RemedyState
{
    UnderWay,
    Done,

    /// <summary>The next cycle follows it.</summary>
    CarriedOver,
}
