using Portal.Domain.Cases;

namespace Portal.Web.Operations.Cases;

public sealed record CaseRow(
    Guid Id, string Number, string Title, string ProcessKey, string GroupId, CaseState State, string Status, bool HasIncident,
    string InitiatorId, DateTime CreatedAt, DateTime UpdatedAt);
