using Portal.Domain.Common;

namespace Portal.Domain.AreaReports;

/// <summary>Refusals of an ad hoc report.</summary>
public static class AdHocReportRefusals
{
    /// <summary>Groups report on what they watch.</summary>
    public static Refusal OnlyGroups { get; } = Refusal.NotAllowed("AdHocReport.OnlyGroups", "Đ8.2");

    /// <summary>Somebody else's area.</summary>
    public static Refusal NotWatched { get; } = Refusal.Invalid([new FieldError("areaId", "AdHocReport.NotWatched", "Đ8.2")]);

    /// <summary>R-RPT-04 [Q]: what is flagged is the head's alone to take note of.</summary>
    public static Refusal OnlyHead { get; } = Refusal.NotAllowed("AdHocReport.OnlyHead", "Đ7.A.4");

    /// <summary>R-RPT-04 [Q]: what is flagged is not closed before the head has seen it.</summary>
    public static Refusal HeadHasNotSeenIt { get; } = Refusal.NotNow("AdHocReport.HeadHasNotSeenIt", "Đ7.A.4");
}
