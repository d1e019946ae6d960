namespace Portal.Domain.Cases;

/// <summary>What words a leader's outcome demands (F4, F6, X-10).</summary>
public enum OpinionDemand
{
    /// <summary>None: an acknowledgement.</summary>
    None,

    /// <summary>Something is said: an opinion, a directive, or what to do with an item.</summary>
    OpinionOrDirective,

    /// <summary>Why it is returned or refused .</summary>
    Reason,
}
