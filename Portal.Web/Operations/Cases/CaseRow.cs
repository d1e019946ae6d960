using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Cases;

public sealed record CaseRow(
    Guid Id, string Number, LocalText Title, string ProcessKey, string GroupId, CaseState State, string Status, bool HasIncident,
    string InitiatorId, DateTime CreatedAt, DateTime UpdatedAt);
