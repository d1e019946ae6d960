using Portal.Domain.Cases;

namespace Portal.Web.Operations.Searching;

public sealed record CaseHit(Guid Id, string Number, string Title, string ProcessKey, string Status, CaseState State);
