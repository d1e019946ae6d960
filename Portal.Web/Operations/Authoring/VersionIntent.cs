namespace Portal.Web.Operations.Authoring;

/// <summary>What is asked for a version.</summary>
public enum VersionIntent
{
    /// <summary>A draft takes the new starts.</summary>
    Publish,

    /// <summary>An earlier version takes them again.</summary>
    Resume,

    /// <summary>The version in use takes no more.</summary>
    Retire,
}
