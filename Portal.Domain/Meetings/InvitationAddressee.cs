namespace Portal.Domain.Meetings;

public enum InvitationAddressee
{
    GroupLead,
    Committee,
    LeaderByName,
    Other,
}
