using Portal.Domain.Cases;

namespace Portal.Web.Operations.Administration;

public sealed record OpenCase(string Number, string ProcessKey, string Status, CaseState State);
