namespace Portal.Web.Operations.ReportItems;

/// <summary>How far the items of a list have come: one state, or all that are not settled, or all.</summary>
public enum ReportItemProgress
{
    /// <summary>Neither settled nor merged.</summary>
    Open,

    /// <summary>Released to a department that has not answered.</summary>
    Unanswered,

    New,
    Reported,
    Directed,
    InProgress,
    CarriedOver,
    Resolved,
    Rejected,

    /// <summary>All but the merged ones.</summary>
    All,
}
