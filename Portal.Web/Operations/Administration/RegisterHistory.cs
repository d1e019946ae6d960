using Portal.Domain.Administration;
using Portal.Domain.Areas;
using Portal.Domain.Organisation;

namespace Portal.Web.Operations.Administration;

/// <summary>What a row of a list was, is and will be; the lines in no order.</summary>
internal sealed class RegisterHistory(OrganisationDirectory directory, Func<string, string> text)
{
    private readonly DirectoryData _data = directory.Data;

    private readonly Dictionary<Guid, string> _decisions = directory.Data.Decisions.ToDictionary(
        d => d.Id, d => $"{d.Number}, {d.Date:dd/MM/yyyy}, {directory.NameOf(d.SignerId)}");

    public IEnumerable<HistoryLine> Of(string register, string id) => register switch
    {
        Registers.Areas => OfArea(id),
        Registers.Groups => OfGroup(id),
        Registers.Leaders => OfLeader(id),
        Registers.Staff => OfStaffMember(id),
        Registers.AreaKinds =>
            _data.Areas.Where(a => a.KindId == id).Select(a => new HistoryLine("Registry.AreaOfKind", a.Name, a.ValidFrom, a.ValidTo)),
        _ => [],
    };

    private IEnumerable<HistoryLine> OfArea(string id) =>
    [
        .. _data.Assignments.Where(a => a.AreaId == id)
            .Select(a => new HistoryLine("Registry.AssignedTo", GroupName(a.GroupId), a.ValidFrom, a.ValidTo, ByDecision(a.DecisionId))),
        .. _data.Portfolios.Where(p => p.AreaId == id).Select(InChargeOf),
        .. _data.Lineage.Where(l => l.SuccessorId == id).Select(l => OfLineage("Registry.CameOf", l.PredecessorId, l)),
        .. _data.Lineage.Where(l => l.PredecessorId == id).Select(l => OfLineage("Registry.Became", l.SuccessorId, l)),
    ];

    private IEnumerable<HistoryLine> OfGroup(string id) =>
    [
        .. _data.Memberships.Where(m => m.GroupId == id)
            .Select(m => new HistoryLine(
                m.IsLead ? "Registry.Lead" : "Registry.Member",
                directory.NameOf(m.PersonId),
                m.ValidFrom,
                m.ValidTo,
                ByDecision(m.DecisionId))),
        .. _data.Assignments.Where(a => a.GroupId == id)
            .Select(a => new HistoryLine(
                "Registry.Watches", directory.AreaName(a.AreaId), a.ValidFrom, a.ValidTo, ByDecision(a.DecisionId))),
        .. _data.Portfolios.Where(p => p.GroupId == id).Select(InChargeOf),
    ];

    private IEnumerable<HistoryLine> OfLeader(string id) =>
    [
        .. _data.Leaders.Where(l => l.PersonId == id)
            .Select(l => new HistoryLine("Registry.Is", RegisterRows.PositionOf(l, text), l.ValidFrom, l.ValidTo)),
        .. _data.Portfolios.Where(p => p.PersonId == id)
            .Select(p => new HistoryLine("Registry.HasCharge", ChargeOf(p), p.ValidFrom, p.ValidTo)),
    ];

    private IEnumerable<HistoryLine> OfStaffMember(string id) =>
    [
        .. _data.Roles.Where(r => r.PersonId == id)
            .Select(r => new HistoryLine("Registry.Role", text($"option.roles.{r.Role}"), r.ValidFrom, r.ValidTo)),
        .. _data.Memberships.Where(m => m.PersonId == id)
            .Select(m => new HistoryLine(
                m.IsLead ? "Registry.LeadOf" : "Registry.MemberOf",
                GroupName(m.GroupId),
                m.ValidFrom,
                m.ValidTo,
                ByDecision(m.DecisionId))),
    ];

    private HistoryLine InChargeOf(LeaderPortfolio portfolio) =>
        new("Registry.InChargeOf", directory.NameOf(portfolio.PersonId), portfolio.ValidFrom, portfolio.ValidTo);

    private HistoryLine OfLineage(string key, string otherArea, AreaLineage lineage) =>
        new(key, $"{directory.AreaName(otherArea)} ({text($"option.kind.{lineage.Kind}")})", lineage.On, null);

    private string ChargeOf(LeaderPortfolio portfolio) => portfolio switch
    {
        { GroupId: { } group } => GroupName(group),
        { AreaId: { } area } => directory.AreaName(area),
        _ => directory.Department(portfolio.DepartmentId)?.Name ?? "",
    };

    private string GroupName(string id) => directory.Group(id)?.Name ?? id;

    private string ByDecision(Guid decision) => _decisions.GetValueOrDefault(decision, "");
}
