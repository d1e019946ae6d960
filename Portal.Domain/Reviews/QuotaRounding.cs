namespace Portal.Domain.Reviews;

public enum QuotaRounding
{
    Floor,
    Nearest,
    Ceiling,
}
