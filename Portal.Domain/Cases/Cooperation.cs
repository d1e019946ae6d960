namespace Portal.Domain.Cases;

public enum Cooperation
{
    Good,
    Normal,
    Obstructed,
}
