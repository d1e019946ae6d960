namespace Portal.Web.Persistence.Seed;

/// <summary>A script of the demo: plays until its next moment, and says when that is.</summary>
internal sealed record DemoScript(DateTime Begins, Func<IAsyncEnumerable<DateTime>> Play);
