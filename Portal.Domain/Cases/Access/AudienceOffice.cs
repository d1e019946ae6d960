namespace Portal.Domain.Cases;

/// <summary>Offices that read beyond their own groups and areas (section 13).</summary>
public enum AudienceOffice
{
    /// <summary>LEAD, HEAD: the leaders of the Committee.</summary>
    Leader,

    /// <summary>COORD: who coordinates the yearly reviews.</summary>
    Coordinator,

    /// <summary>CLERK: the records office.</summary>
    Clerk,
}
