using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

/// <summary>R-ORG-*: what must hold of groups, memberships and assignments before they are stored.</summary>
public static class OrganisationRules
{
    /// <summary>R-ORG-03 [Q] Đ2.3: number, date and a signer who was a leader on that date.</summary>
    public static Refusal? WhyNotAssignable(AssignmentDecision? decision, OrganisationDirectory directory)
    {
        if (decision is null || string.IsNullOrWhiteSpace(decision.Number) || decision.Date == default)
        {
            return OrganisationRefusals.DecisionMissing;
        }

        return !directory.IsLeader(decision.SignerId, decision.Date)
            ? OrganisationRefusals.SignerNotLeader(directory.NameOf(decision.SignerId))
            : null;
    }

    /// <summary>R-ORG-02, R-ORG-05 [Q] Đ2.3: at least two members and exactly one lead on every day from <paramref name="day"/>.</summary>
    public static Refusal? WhyNotActive(MonitoringGroup group, OrganisationDirectory directory, DateOnly day)
    {
        var memberships = directory.Data.Memberships.Where(m => m.GroupId == group.Id && m.IsValidOn(day)).ToList();
        if (memberships.Select(m => m.PersonId).Distinct().Count() < 2)
        {
            return OrganisationRefusals.TooFewMembers(group.Name);
        }

        return memberships.Count(m => m.IsLead) != 1 ? OrganisationRefusals.NotOneLead(group.Name) : null;
    }

    /// <summary>R-ORG-01 [D]: an area has one responsible group at a time. R-ORG-06, R-ORG-07: the area is valid all the while.</summary>
    public static Refusal? WhyNotAssignable(AreaAssignment assignment, OrganisationDirectory directory)
    {
        var area = directory.Area(assignment.AreaId);
        if (area is null || !area.IsValidOn(assignment.ValidFrom))
        {
            return OrganisationRefusals.AreaNotValid(area?.Name ?? assignment.AreaId, assignment.ValidFrom);
        }

        // R-ORG-07: the watch over an area ends no later than the area.
        if (area.ValidTo is { } end && (assignment.ValidTo is not { } last || last > end))
        {
            return OrganisationRefusals.AreaEndsBefore(area.Name, end);
        }

        var other = directory.Data.Assignments.FirstOrDefault(a =>
            a.Id != assignment.Id && a.AreaId == assignment.AreaId && a.GroupId != assignment.GroupId && a.Overlaps(assignment));
        return other is null
            ? null
            : OrganisationRefusals.AreaTaken(area.Name, directory.Group(other.GroupId)?.Name ?? other.GroupId);
    }
}
