namespace Portal.Web.Api;

/// <param name="Next">To be sent as <c>after</c>; null at the end, and where none was sent.</param>
public sealed record CaseListAnswer(IReadOnlyList<CaseListRow> Items, int Total, int Page, int PageSize, Guid? Next);
