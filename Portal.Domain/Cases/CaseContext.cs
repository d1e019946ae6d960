using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Domain.Regulations;
using Portal.Domain.WorkingCalendar;

namespace Portal.Domain.Cases;

/// <summary>Who acts, for whom, when, and under which organisation, calendar and parameters. Passed to every verb.</summary>
public sealed record CaseContext(
    Actor Actor,
    string? ActingForId,
    DateTime Now,
    OrganisationDirectory Directory,
    WorkCalendar Calendar,
    PortalSettings Settings)
{
    /// <summary>Clauses of the Regulation in force, by code.</summary>
    public IReadOnlyDictionary<string, RegulationClause> Clauses { get; init; } = new Dictionary<string, RegulationClause>();

    /// <summary>Today in Viet Nam.</summary>
    public DateOnly Today => VietnamTime.DayOf(Now);

    /// <summary>The person whose right is used: the one who delegated, or the actor.</summary>
    public string PrincipalId => ActingForId ?? Actor.PersonId;

    /// <summary>Null when somebody of the Committee acts; timers and people whom nobody knows decide and write nothing .</summary>
    public Refusal? WhyNotSomebody() => IsKnown(Actor.PersonId) && IsKnown(PrincipalId) ? null : Refusal.Forbidden;

    /// <summary>Acts, or has somebody act, as this person.</summary>
    public bool IsFor(string? personId) => !string.IsNullOrEmpty(personId) && (personId == PrincipalId || personId == Actor.PersonId);

    /// <summary>Acts as a member of the group today, or for one.</summary>
    public bool IsForMemberOf(string groupId) =>
        Directory.IsMember(groupId, PrincipalId, Today) || Directory.IsMember(groupId, Actor.PersonId, Today);

    /// <summary>
    /// R-RPT-04 [Q]: the principal acts in person, or by a delegation that includes what is for the head alone. No other passes
    /// on what is the head's.
    /// </summary>
    /// <param name="errand">What the delegation is asked for.</param>
    public bool IsByTheHeadsChoice(string errand) => Actor.PersonId == PrincipalId
        || Directory.GrantFor(PrincipalId, Actor.PersonId, new Errand(errand, IsRestricted: true, IsForHeadAlone: true), Today) is not null;

    private bool IsKnown(string personId) => Directory.Person(personId) is { } person && person.IsValidOn(Today);
}
