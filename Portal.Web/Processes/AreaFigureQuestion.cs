using Portal.Domain.Cases;

namespace Portal.Web.Processes;

/// <summary>For whom, and of which areas, a figure is asked.</summary>
/// <param name="AreaIds">Areas and their predecessors.</param>
/// <param name="Readable">Cases whose content the person who asks may read.</param>
public sealed record AreaFigureQuestion(
    IReadOnlyCollection<string> AreaIds, IQueryable<Case> Readable, AccessScope Scope, CaseContext Context);
