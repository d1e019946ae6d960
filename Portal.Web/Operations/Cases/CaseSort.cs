namespace Portal.Web.Operations.Cases;

/// <summary>What cases are listed by, each along an index.</summary>
public enum CaseSort
{
    Changed,
    Number,
    Group,
}
