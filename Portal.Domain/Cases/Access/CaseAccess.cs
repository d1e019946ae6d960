using System.Linq.Expressions;
using Portal.Domain.Areas;

namespace Portal.Domain.Cases;

/// <summary>
/// and section 13, in the one place that lists, counts, pages, files, the API and every act ask. Closed by default: what is not
/// named here, or in the audience of a process, may not be seen. Each rule is one expression, used in queries and for a case in hand.
/// </summary>
public static class CaseAccess
{
    private static readonly Expression<Func<AccessScope, Case, bool>> ContentRule = AccessRules.Content(Audience.All);

    private static readonly Expression<Func<AccessScope, Case, bool>> TitleRule = AccessRules.TitleBeyondContent(Audience.All);

    private static readonly Func<AccessScope, Case, bool> ReadsContent = ContentRule.Compile();

    private static readonly Func<AccessScope, Case, bool> KnowsTitle = TitleRule.Compile();

    /// <summary>Cases whose content the person may read, by own right or by one that is lent.</summary>
    public static Expression<Func<Case, bool>> Content(AccessScope scope)
    {
        var filter = ScopeBinder.Bind(ContentRule, scope);
        foreach (var (lent, processes, restricted) in scope.Lent)
        {
            filter = AccessRules.Or(filter, AccessRules.And(ScopeBinder.Bind(ContentRule, lent), c =>
                (processes.Length == 0 || processes.Contains(c.ProcessKey)) && (restricted || c.Sensitivity == Sensitivity.Normal)));
        }

        return filter;
    }

    /// <summary>Cases of which the person may know title, dates and state.</summary>
    public static Expression<Func<Case, bool>> Title(AccessScope scope) =>
        AccessRules.Or(Content(scope), ScopeBinder.Bind(TitleRule, scope));

    /// <summary><see cref="Content"/> for one case in hand.</summary>
    public static bool CanReadContent(AccessScope scope, Case subject) =>
        ReadsContent(scope, subject) || scope.Lent.Any(l => (l.Processes.Length == 0 || l.Processes.Contains(subject.ProcessKey))
            && (l.IncludesRestricted || subject.Sensitivity == Sensitivity.Normal) && ReadsContent(l.Scope, subject));

    /// <summary><see cref="Title"/> for one case in hand.</summary>
    public static bool CanReadTitle(AccessScope scope, Case subject) => CanReadContent(scope, subject) || KnowsTitle(scope, subject);

    /// <summary>What somebody reads of a case whose content as a whole is not for this person; null when nothing.</summary>
    public static AudienceExcerpt? ExcerptFor(AccessScope scope, Case subject)
    {
        bool Holds(AudienceExcerpt excerpt) => excerpt.Office is not { } office || scope.Holds(office);
        bool IsOnCase(AudienceExcerpt excerpt) =>
            excerpt.As is not { } kind || subject.People.Any(p => p.PersonId == scope.PersonId && p.Kind == kind);

        return subject.Sensitivity == Sensitivity.Normal
            ? AudienceOf(subject).SelectMany(a => a.Excerpts).FirstOrDefault(e => Holds(e) && IsOnCase(e))
            : null;
    }

    /// <summary>
    /// a Restricted part is for its author, who it answers or is addressed to, the group's lead, the leader in
    /// charge, the head, people named, and the offices that the process names. One for leaders, for the head or for
    /// people named is for nobody else, whoever reads the case.
    /// </summary>
    /// <param name="addresseeId">Whose Restricted words it answers, or who is to take them over; empty where there is nobody.</param>
    public static bool CanReadPart(
        AccessScope scope, Case subject, Sensitivity sensitivity, string authorId, string addresseeId = "")
    {
        if (!CanReadContent(scope, subject))
        {
            return false;
        }

        return sensitivity switch
        {
            Sensitivity.Normal => true,
            Sensitivity.Leaders => scope.IsLeader || scope.IsCoordinator || authorId == scope.PersonId,
            Sensitivity.HeadOnly => scope.IsHead || authorId == scope.PersonId,
            Sensitivity.Named => IsNamed(scope, subject) || authorId == scope.PersonId,
            _ => addresseeId == scope.PersonId || ReadsRestricted(scope, subject, authorId) || scope.Lent.Any(l => l.IncludesRestricted
                && (l.Processes.Length == 0 || l.Processes.Contains(subject.ProcessKey)) && ReadsRestricted(l.Scope, subject, authorId)),
        };
    }

    /// <summary>In whose place a person reads what is Restricted in the case; null in their own right.</summary>
    public static string? ReadsRestrictedFor(AccessScope scope, Case subject) =>
        CanReadPart(scope with { Lent = [] }, subject, Sensitivity.Restricted, "")
            ? null
            : scope.Lent.Where(l => l.IncludesRestricted && (l.Processes.Length == 0 || l.Processes.Contains(subject.ProcessKey))
                && CanReadPart(l.Scope, subject, Sensitivity.Restricted, "")).Select(l => l.Scope.PersonId).FirstOrDefault();

    /// <summary>A comment is for who reads its part of the case, and for those it names.</summary>
    public static bool CanReadComment(AccessScope scope, Case subject, CaseComment comment) =>
        CanReadPart(scope, subject, comment.Sensitivity, comment.PersonId)
        || (CanReadContent(scope, subject) && comment.Mentions.Split(',').Contains(scope.PersonId));

    /// <summary>
    /// Of a form the fields that the person sees, who may read the part; null for all of them. Files sent with it belong to the whole.
    /// </summary>
    public static IReadOnlyList<string>? ShareFor(AccessScope scope, Case subject, string formKey, string authorId) =>
        AudienceOf(subject).SelectMany(a => a.Shares).FirstOrDefault(s => s.FormKey == formKey) is { } share
            && !ReadsAll(scope, subject, authorId)
            && !scope.Lent.Any(l => (l.Processes.Length == 0 || l.Processes.Contains(subject.ProcessKey))
                && ReadsAll(l.Scope, subject, authorId))
            ? share.Fields
            : null;

    /// <summary>The person reads all that was sent with a form, its files too.</summary>
    public static bool CanReadWhole(AccessScope scope, Case subject, FormSubmission form) =>
        CanReadPart(scope, subject, form.Sensitivity, form.PersonId, form.AddresseeId)
        && ShareFor(scope, subject, form.FormKey, form.PersonId) is null;

    /// <summary>Steps of the case of which the person, who reads it, does not know.</summary>
    public static IReadOnlyList<string> HiddenSteps(AccessScope scope, Case subject) =>
        scope.IsLeader || scope.IsCoordinator || scope.Lent.Any(l => l.Scope.IsLeader)
            ? []
            : [.. AudienceOf(subject).SelectMany(a => a.DiscreetSteps)];

    /// <summary>Forms of which some readers of the case see a share only.</summary>
    public static IReadOnlyList<string> SharedForms { get; } = [.. Audience.All.SelectMany(a => a.Shares).Select(s => s.FormKey)];

    /// <summary>Đ6.4: a member of the group that watches the case's areas, or on the trip, may reserve an opinion.</summary>
    public static bool CanReserve(AccessScope scope, Case subject, OrganisationDirectory directory, DateOnly day) =>
        directory.IsMember(subject.GroupId, scope.PersonId, day)
        || subject.Areas.Any(a => directory.GroupOfArea(a.AreaId, day) is { } g && directory.IsMember(g, scope.PersonId, day));

    // Beside those who read Restricted parts: a leader whose own portfolio names the area, who looks such a form over.
    private static bool ReadsAll(AccessScope scope, Case subject, string authorId) =>
        ReadsRestricted(scope, subject, authorId)
        || (scope.IsLeader && subject.Areas.Any(a => scope.AreaIds.Contains(a.AreaId)));

    private static IEnumerable<Audience> AudienceOf(Case subject) => Audience.All.Where(a => a.ProcessKeys.Contains(subject.ProcessKey));

    private static bool IsNamed(AccessScope scope, Case subject) =>
        subject.People.Any(p => p.PersonId == scope.PersonId && p.Kind == CasePersonKind.Named);

    private static bool ReadsRestricted(AccessScope scope, Case subject, string authorId) =>
        scope.IsHead || authorId == scope.PersonId || scope.RestrictedGroupIds.Contains(subject.GroupId) || IsNamed(scope, subject)
        || AudienceOf(subject).SelectMany(a => a.Readers).Any(r => r.ReadsRestricted && scope.Holds(r.Office));
}
