namespace Portal.Domain.Cases;

public enum ContactChannel
{
    Phone,
    Message,
    OfficialLetter,
    Email,
    InPerson,
}
