namespace Portal.Web.Operations.Authoring;

/// <summary>What a new process begins as.</summary>
public enum OwnTemplate
{
    /// <summary>A request, and its end.</summary>
    Blank,

    /// <summary>The group's lead and the leader in charge pass it, give it back or refuse it.</summary>
    Approval,

    /// <summary>Two people give their opinion at the same time before the leader in charge decides.</summary>
    Opinions,
}
