namespace Portal.Domain.Organisation;

public enum LeaderPosition
{
    Head,
    Deputy,
}
