namespace Portal.Domain.Common;

/// <summary>What sort of "no" a refusal is; how it is told to other systems follows from it alone.</summary>
public enum RefusalKind
{
    /// <summary>What was sent breaks a rule; with another content it may pass.</summary>
    Invalid,

    /// <summary>Not this person's to do.</summary>
    NotAllowed,

    /// <summary>There is no such thing, or this person may not know of it.</summary>
    NotFound,

    /// <summary>The state of the matter does not allow it now.</summary>
    NotNow,

    /// <summary>Somebody else was first .</summary>
    ChangedMeanwhile,

    /// <summary>Disk or database refused; it may be sent again.</summary>
    Storage,
}
