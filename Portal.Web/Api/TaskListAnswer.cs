namespace Portal.Web.Api;

public sealed record TaskListAnswer(IReadOnlyList<TaskAnswer> Items, int Total, int Page, int PageSize);
