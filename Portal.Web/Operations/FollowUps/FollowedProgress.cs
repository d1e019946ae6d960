namespace Portal.Web.Operations.FollowUps;

/// <summary>Which records of a register are listed.</summary>
public enum FollowedProgress
{
    /// <summary>All but the cancelled ones.</summary>
    All,

    /// <summary>Something is still to be done.</summary>
    Open,

    /// <summary>Something was to be done by today.</summary>
    Due,

    Settled,
    Cancelled,
}
