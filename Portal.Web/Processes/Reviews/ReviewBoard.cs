using Portal.Domain.Reviews;

namespace Portal.Web.Processes.Reviews;

/// <param name="Quota">Ceilings by comparable group; of the whole cycle for who sees all of it, else of one's own share.</param>
/// <param name="SeesAll">The person sees every area of the cycle.</param>
public sealed record ReviewBoard(
    CycleRow Cycle, IReadOnlyList<ReviewRow> Rows, IReadOnlyList<QuotaCount> Quota, bool SeesAll, bool SeesDossier);
