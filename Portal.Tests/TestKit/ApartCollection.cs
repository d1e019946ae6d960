namespace Portal.Tests.TestKit;

/// <summary>Browser tests that start portals of their own: they run beside those of the shared one.</summary>
[CollectionDefinition(Name)]
public sealed class ApartCollection : ICollectionFixture<Browser>
{
    public const string Name = "apart";
}
