using Portal.Domain.Administration;

namespace Portal.Web.Operations.Administration;

/// <summary>A row with its history and what may be done with it.</summary>
public sealed record RegisterDetail(RegisterRow Row, IReadOnlyList<HistoryLine> History, IReadOnlyList<OrganisationAct> Acts);
