namespace Portal.Domain.Administration;

public enum ImportOutcome
{
    Same,
    New,
    Changed,
    Wrong,
}
