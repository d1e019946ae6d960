namespace Portal.Web.Api;

public sealed record CaseListAnswer(IReadOnlyList<CaseListRow> Items, int Total, int Page, int PageSize);
