using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <summary>An area that the dossier goes without.</summary>
/// <param name="Reason">As the coordinator gave it; empty where none was given.</param>
public sealed record DossierMissing(string AreaId, ReviewProposalStatus Status, string Reason);
