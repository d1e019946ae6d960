namespace Portal.Domain.AreaReports;

/// <summary>In what form the group reported (R-RPT-02 Đ8.2: trong hình thức phù hợp).</summary>
public enum ReportingForm
{
    InSystem,
    WrittenDocument,
    InPerson,
    Phone,
    Meeting,
}
