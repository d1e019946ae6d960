namespace Portal.Domain.Cases;

public enum Sensitivity
{
    Normal,

    /// <summary>X-02: judges a named person, or was marked so.</summary>
    Restricted,

    /// <summary>E-R9: for the leaders and the review coordinator until the head releases it.</summary>
    Leaders,

    /// <summary>For the head and its author.</summary>
    HeadOnly,

    /// <summary>For its author and for people named on the case, a handler for instance; for no office as such.</summary>
    Named,
}
