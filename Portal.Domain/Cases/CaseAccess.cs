using System.Linq.Expressions;
using Portal.Domain.Areas;
using Portal.Domain.Organisation;

namespace Portal.Domain.Cases;

/// <summary>
/// What a person may see on a day, read off the organisation once: for oneself, and for those one stands in for.
/// </summary>
public sealed record AccessScope
{
    public required string PersonId { get; init; }

    public bool IsHead { get; init; }

    public bool IsLeader { get; init; }

    /// <summary>COMP: titles, dates and lateness of Normal cases, no content.</summary>
    public bool SeesTitles { get; init; }

    /// <summary>COORD: everything of the review processes, Restricted parts too (section 13).</summary>
    public bool IsCoordinator { get; init; }

    /// <summary>CLERK: invitations, answers to hosts and the outcome of consents, no notes.</summary>
    public bool IsClerk { get; init; }

    /// <summary>Own groups and those in one's charge.</summary>
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>
    /// Areas of those groups today, areas in one's own portfolio (E-T14: a new group reads on), and what these came of: the
    /// history of an area is reachable from its successor (Đ2.1).
    /// </summary>
    public IReadOnlyList<string> AreaIds { get; init; } = [];

    /// <summary>Groups one leads or is in charge of: there one reads Restricted parts .</summary>
    public IReadOnlyList<string> RestrictedGroupIds { get; init; } = [];

    /// <summary>Scopes lent by delegation, with the processes they cover (empty: all) and whether Restricted is lent too.</summary>
    public IReadOnlyList<(AccessScope Scope, string[] Processes, bool IncludesRestricted)> Lent { get; init; } = [];

    public static AccessScope Of(string personId, OrganisationDirectory directory, DateOnly day)
    {
        var own = Own(personId, directory, day);
        return own with
        {
            Lent = [.. directory.StandsInFor(personId, day).Select(d => (
                Own(d.PrincipalId, directory, day) with { SeesTitles = false, IsClerk = false, IsCoordinator = false },
                d.ProcessKeys.Split(',', StringSplitOptions.RemoveEmptyEntries),
                d.IncludesRestricted))],
        };
    }

    private static AccessScope Own(string personId, OrganisationDirectory directory, DateOnly day)
    {
        var member = directory.GroupsOf(personId, day).ToList();
        var isLeader = directory.IsLeader(personId, day);
        var charge = isLeader ? directory.GroupsInCharge(personId, day).ToList() : [];
        var groups = member.Union(charge).ToList();
        return new AccessScope
        {
            PersonId = personId,
            IsHead = directory.Head(day) == personId,
            IsLeader = isLeader,
            SeesTitles = directory.HasRole(personId, Role.ComplianceOfficer, day),
            IsCoordinator = directory.HasRole(personId, Role.ReviewCoordinator, day),
            IsClerk = directory.HasRole(personId, Role.RecordsClerk, day),
            GroupIds = groups,
            AreaIds = [.. directory.WithPredecessors(groups.SelectMany(g => directory.AreasOfGroup(g, day)).Union(isLeader ? directory.AreasInCharge(personId, day) : []))],
            RestrictedGroupIds = [.. charge.Union(member.Where(g => directory.LeadOf(g, day) == personId))],
        };
    }
}

/// <summary>
/// and section 13, in the one place that lists, counts, pages, files, the API and every act ask. Closed by
/// default: what is not named here may not be seen.
/// </summary>
public static class CaseAccess
{
    /// <summary>The process whose invitations the records office registers and sees.</summary>
    public const string MeetingProcess = "meeting-attendance";

    /// <summary>P3: the cycle, an area of it, and the ad hoc variant.</summary>
    public const string ReviewCycleProcess = "review-suggestion-annual";

    public const string AreaReviewProcess = "review-suggestion-area";

    public const string AdHocReviewProcess = "review-suggestion-adhoc";

    public static IReadOnlyList<string> ReviewProcesses { get; } = [ReviewCycleProcess, AreaReviewProcess, AdHocReviewProcess];

    private static readonly string[] Reviews = [.. ReviewProcesses];

    /// <summary>Until then a proposal is between the group and its leader; from then on the collective reads it.</summary>
    private static readonly string[] BeforeCollective =
        ["NotStarted", "CollectingInputs", "Drafting", "InConsultation", "Finalizing", "AwaitingLeaderInCharge", "Returned", "Withdrawn", "Draft", "AwaitingHead"];

    /// <summary>Forms of a meeting that the records office reads.</summary>
    private static readonly string[] InvitationForms = ["meeting-invitation", "meeting-reply", "meeting-move"];

    /// <summary>What a department that is consulted reads of a proposal: the part on collectives, and the rating.</summary>
    private static readonly string[] ConsultedForms = ["review-proposal", "review-proposal-adhoc"];

    /// <summary>Cases whose content the person may read; for queries and, compiled, for single cases.</summary>
    public static Expression<Func<Case, bool>> Content(AccessScope scope)
    {
        var filter = OwnContent(scope);
        foreach (var (lent, processes, restricted) in scope.Lent)
        {
            filter = Or(filter, And(OwnContent(lent), c =>
                (processes.Length == 0 || processes.Contains(c.ProcessKey)) && (restricted || c.Sensitivity == Sensitivity.Normal)));
        }

        return filter;
    }

    /// <summary>Cases of which the person may know title, dates and state.</summary>
    public static Expression<Func<Case, bool>> Title(AccessScope scope) =>
        scope.SeesTitles ? Or(Content(scope), c => c.Sensitivity == Sensitivity.Normal)
        : scope.IsClerk ? Or(Or(Content(scope), Consulted(scope)), c => c.Sensitivity == Sensitivity.Normal && c.ProcessKey == MeetingProcess)
        : Or(Content(scope), Consulted(scope));

    /// <summary>The same as <see cref="Content"/> for one case in hand, without building a query; a test holds the two equal.</summary>
    public static bool CanReadContent(AccessScope scope, Case subject) =>
        ReadsContent(scope, subject) || scope.Lent.Any(l => (l.Processes.Length == 0 || l.Processes.Contains(subject.ProcessKey))
            && (l.IncludesRestricted || subject.Sensitivity == Sensitivity.Normal) && ReadsContent(l.Scope, subject));

    /// <summary>The same as <see cref="Title"/> for one case in hand.</summary>
    public static bool CanReadTitle(AccessScope scope, Case subject) =>
        CanReadContent(scope, subject) || (scope.SeesTitles && subject.Sensitivity == Sensitivity.Normal) || PartialForms(scope, subject) is not null;

    /// <summary>
    /// The forms that somebody reads of a case whose content as a whole is not for this person; null when none. Section 13: of a meeting
    /// the records office reads the invitation, the answer to the host and the outcome of the consent; of a proposal a department
    /// reads what it is asked about, and the records office nothing but what it enters.
    /// </summary>
    public static IReadOnlyList<string>? PartialForms(AccessScope scope, Case subject) =>
        subject.Sensitivity != Sensitivity.Normal ? null
        : scope.IsClerk && subject.ProcessKey == MeetingProcess ? InvitationForms
        : !ReviewProcesses.Contains(subject.ProcessKey) || !subject.People.Any(p => p.PersonId == scope.PersonId && p.Kind == CasePersonKind.Assignee) ? null
        : scope.IsClerk ? [] : ConsultedForms;

    /// <summary>X-02: a Restricted part is for its author, the group's lead, the leader in charge, the head and people named.</summary>
    public static bool CanReadPart(AccessScope scope, Case subject, Sensitivity sensitivity, string authorId)
    {
        if (!CanReadContent(scope, subject))
        {
            return false;
        }

        if (sensitivity == Sensitivity.Leaders)
        {
            return scope.IsLeader || scope.IsCoordinator || authorId == scope.PersonId;
        }

        return sensitivity == Sensitivity.Normal || ReadsRestricted(scope, subject, authorId)
            || scope.Lent.Any(l => l.IncludesRestricted && (l.Processes.Length == 0 || l.Processes.Contains(subject.ProcessKey))
                && ReadsRestricted(l.Scope, subject, authorId));
    }

    /// <summary>Đ6.4: a member of the group that watches the case's areas, or on the trip, may reserve an opinion.</summary>
    public static bool CanReserve(AccessScope scope, Case subject, OrganisationDirectory directory, DateOnly day) =>
        directory.IsMember(subject.GroupId, scope.PersonId, day)
        || subject.Areas.Any(a => directory.GroupOfArea(a.AreaId, day) is { } g && directory.IsMember(g, scope.PersonId, day));

    private static bool ReadsRestricted(AccessScope scope, Case subject, string authorId) =>
        scope.IsHead || authorId == scope.PersonId || (ReviewProcesses.Contains(subject.ProcessKey) && (scope.IsCoordinator || scope.IsLeader)) || scope.RestrictedGroupIds.Contains(subject.GroupId)
        || subject.People.Any(p => p.PersonId == scope.PersonId && p.Kind == CasePersonKind.Named);

    private static bool ReadsContent(AccessScope scope, Case c) =>
        scope.IsHead || (ReviewProcesses.Contains(c.ProcessKey) && ReadsReview(scope, c))
        || c.People.Any(p => p.PersonId == scope.PersonId && !(ReviewProcesses.Contains(c.ProcessKey) && p.Kind == CasePersonKind.Assignee)
            && !(scope.IsClerk && c.ProcessKey == MeetingProcess && (p.Kind is CasePersonKind.Initiator or CasePersonKind.Assignee)))
        || (c.Sensitivity == Sensitivity.Normal
            ? scope.GroupIds.Contains(c.GroupId) || c.Areas.Any(a => scope.AreaIds.Contains(a.AreaId))
            : scope.RestrictedGroupIds.Contains(c.GroupId));

    // Section 13: the coordinator from the beginning, the collective once it lies before it.
    private static bool ReadsReview(AccessScope scope, Case c) => scope.IsCoordinator || (scope.IsLeader && !BeforeCollective.Contains(c.Status));

    // X-01, DS: who was asked about a proposal knows of it.
    private static Expression<Func<Case, bool>> Consulted(AccessScope scope)
    {
        var person = scope.PersonId;
        return c => Reviews.Contains(c.ProcessKey) && c.Sensitivity == Sensitivity.Normal && c.People.Any(p => p.PersonId == person && p.Kind == CasePersonKind.Assignee);
    }

    private static Expression<Func<Case, bool>> OwnContent(AccessScope scope)
    {
        if (scope.IsHead)
        {
            return _ => true;
        }

        var filter = PeopleAndGroups(scope);
        return scope.IsCoordinator ? Or(filter, c => Reviews.Contains(c.ProcessKey))
            : scope.IsLeader ? Or(filter, c => Reviews.Contains(c.ProcessKey) && !BeforeCollective.Contains(c.Status))
            : filter;
    }

    private static Expression<Func<Case, bool>> PeopleAndGroups(AccessScope scope)
    {

        var (person, groups, areas, restricted) = (scope.PersonId, scope.GroupIds, scope.AreaIds, scope.RestrictedGroupIds);
        if (scope.IsClerk)
        {
            // To register an invitation, or to answer its host, does not open the notes.
            return c => c.Sensitivity == Sensitivity.Normal
                ? groups.Contains(c.GroupId) || c.Areas.Any(a => areas.Contains(a.AreaId))
                    || c.People.Any(p => p.PersonId == person && !(Reviews.Contains(c.ProcessKey) && p.Kind == CasePersonKind.Assignee)
                        && !(c.ProcessKey == MeetingProcess && (p.Kind == CasePersonKind.Initiator || p.Kind == CasePersonKind.Assignee)))
                : restricted.Contains(c.GroupId) || c.People.Any(p => p.PersonId == person && !(Reviews.Contains(c.ProcessKey) && p.Kind == CasePersonKind.Assignee)
                    && !(c.ProcessKey == MeetingProcess && (p.Kind == CasePersonKind.Initiator || p.Kind == CasePersonKind.Assignee)));
        }

        return c => c.Sensitivity == Sensitivity.Normal
            ? groups.Contains(c.GroupId) || c.Areas.Any(a => areas.Contains(a.AreaId)) || c.People.Any(p => p.PersonId == person && !(Reviews.Contains(c.ProcessKey) && p.Kind == CasePersonKind.Assignee))
            : restricted.Contains(c.GroupId) || c.People.Any(p => p.PersonId == person && !(Reviews.Contains(c.ProcessKey) && p.Kind == CasePersonKind.Assignee));
    }

    private static Expression<Func<Case, bool>> Or(Expression<Func<Case, bool>> a, Expression<Func<Case, bool>> b) =>
        Expression.Lambda<Func<Case, bool>>(Expression.OrElse(a.Body, Rebind(b, a.Parameters[0])), a.Parameters);

    private static Expression<Func<Case, bool>> And(Expression<Func<Case, bool>> a, Expression<Func<Case, bool>> b) =>
        Expression.Lambda<Func<Case, bool>>(Expression.AndAlso(a.Body, Rebind(b, a.Parameters[0])), a.Parameters);

    private static Expression Rebind(Expression<Func<Case, bool>> source, ParameterExpression parameter) =>
        new Rebinder(source.Parameters[0], parameter).Visit(source.Body);

    private sealed class Rebinder(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
