namespace Portal.Web.Operations.ReportItems;

/// <summary>What items are listed by, each along an index.</summary>
public enum ReportItemSort
{
    Entered,
    Area,
}
