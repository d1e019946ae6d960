using Portal.Domain.Cases;
using Portal.Domain.Common;

namespace Portal.Web.Operations.Searching;

public sealed record CaseHit(Guid Id, string Number, LocalText Title, string ProcessKey, string Status, CaseState State);
