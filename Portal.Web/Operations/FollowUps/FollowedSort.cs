namespace Portal.Web.Operations.FollowUps;

/// <summary>What records are listed by, each along an index.</summary>
public enum FollowedSort
{
    At,
    Area,
}
