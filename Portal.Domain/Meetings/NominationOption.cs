namespace Portal.Domain.Meetings;

/// <summary>F8a, the lead's choice.</summary>
public enum NominationOption
{
    /// <summary>A. The lead attends.</summary>
    LeadAttends,

    /// <summary>B. The lead is busy and sends a member.</summary>
    MemberAttends,

    /// <summary>C. As A or B, with further people.</summary>
    WithExtra,

    /// <summary>D. Nobody attends.</summary>
    NotAttend,
}
