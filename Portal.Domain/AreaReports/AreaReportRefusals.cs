using Portal.Domain.Common;

namespace Portal.Domain.AreaReports;

/// <summary>Refusals of the monthly report of an area.</summary>
public static class AreaReportRefusals
{
    /// <summary>Nobody opens a report: the calendar does, one for each area and month.</summary>
    public static Refusal OpenedByCalendar { get; } = Refusal.NotAllowed("AreaReport.OpenedByCalendar", "Đ8.2");

    /// <summary>The lead sends it to the leader, and gives it back.</summary>
    public static Refusal OnlyLead { get; } = Refusal.NotAllowed("AreaReport.OnlyLead", "Đ8.2");

    /// <summary>X-08: who wrote it does not take note of it.</summary>
    public static Refusal OwnReport { get; } = Refusal.NotAllowed("AreaReport.OwnReport", "Đ8.2");

    /// <summary>R-RPT-01 [Q]: neither a report nor that there is nothing to report.</summary>
    public static Refusal NotWritten { get; } = new("AreaReport.NotWritten", "Đ8.2");

    /// <summary>R-RPT-02 [Q]: the form of reporting, and of a report by word of mouth its day, receiver and summary.</summary>
    public static Refusal FormMissing { get; } = new("AreaReport.FormMissing", "Đ8.2");

    public static FieldError Late(string path, DateTime due) => new(path, "AreaReport.LateReason", "Đ8.2", due);
}
