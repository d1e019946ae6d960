using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
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
    /// <summary>Today in Viet Nam.</summary>
    public DateOnly Today => VietnamTime.DayOf(Now);

    /// <summary>The person whose right is used: the one who delegated, or the actor.</summary>
    public string PrincipalId => ActingForId ?? Actor.PersonId;
}
