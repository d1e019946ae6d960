using Portal.Domain.Cases;

namespace Portal.Web.Api;

public sealed record CaseListRow(
    Guid Id, string Number, string Title, string Process, string GroupId, CaseState State, string Status, DateTime CreatedAt,
    DateTime UpdatedAt);
