namespace Portal.Domain.Cases;

public enum ReportItemLevel
{
    Normal,
    Notable,
    Urgent,
}
