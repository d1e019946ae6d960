namespace Portal.Tests.TestKit;

/// <summary>Tests that share one running portal, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<PortalProcess>, ICollectionFixture<Browser>
{
    public const string Name = "portal";
}
