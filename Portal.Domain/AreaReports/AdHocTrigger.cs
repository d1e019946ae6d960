namespace Portal.Domain.AreaReports;

/// <summary>Why an ad hoc report is made (Đ5.5).</summary>
public enum AdHocTrigger
{
    /// <summary>Something happened in the area.</summary>
    AreaEvent,

    /// <summary>A leader asked for it.</summary>
    LeaderRequest,
}
