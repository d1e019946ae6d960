namespace Portal.Web.Processes;

/// <summary>What a record says of an area.</summary>
public enum AreaFactKind
{
    /// <summary>The group was there.</summary>
    Visit,

    /// <summary>The group attended a meeting.</summary>
    Meeting,

    /// <summary>How things stand, in a field of work where it says one.</summary>
    Situation,

    /// <summary>What the group told the area to do (Đ5.4).</summary>
    Guidance,

    /// <summary>What the area undertook to do.</summary>
    Commitment,

    /// <summary>What the group asks of the leaders.</summary>
    Proposal,

    /// <summary>What a leader ordered about it, and how far that is (Đ4.1-2).</summary>
    Directive,

    /// <summary>How it was rated for a year.</summary>
    Rating,

    /// <summary>The group reported on a month (Đ8.2).</summary>
    Report,

    /// <summary>What is to come.</summary>
    Planned,
}
