namespace Portal.Web.Api;

public sealed record ItemListAnswer(IReadOnlyList<ItemListRow> Items, int Total, int Page);
