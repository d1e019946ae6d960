namespace Portal.Domain.Cases;

public enum OpinionDiffersFrom
{
    Department,
    LeaderInCharge,
    Both,
}
