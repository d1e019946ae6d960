namespace Portal.Domain.Meetings;

public enum InvitationChannel
{
    Paper,
    EDocument,
    Phone,
    Message,
    Email,
}
