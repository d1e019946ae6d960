namespace Portal.Domain.Reviews;

public enum ReviewScope
{
    Collectives,
    CollectivesAndIndividuals,
}
