namespace Portal.Domain.Organisation;

/// <summary>Roles that are granted. Lead, member and leader in charge are not granted but found by date.</summary>
public enum Role
{
    HeadOfCommittee,
    DeputyHead,
    DepartmentHead,
    DepartmentStaff,
    ComplianceOfficer,
    ReviewCoordinator,
    RecordsClerk,
    ProcessDesigner,
    SystemAdministrator,
    Auditor,
}
