namespace Portal.Domain.Reviews;

public enum OpinionHandling
{
    Accepted,
    PartlyAccepted,
    NotAccepted,
}
