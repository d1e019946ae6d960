namespace Portal.Domain.Reviews;

public enum ReviewSubjectType
{
    Collective,
    Individual,
}
