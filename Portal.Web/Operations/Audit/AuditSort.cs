namespace Portal.Web.Operations.Audit;

/// <summary>What the trail is listed by, each along an index.</summary>
public enum AuditSort
{
    At,
    Person,
}
