using Portal.Domain.Organisation;

namespace Portal.Web.Operations.People;

/// <summary>A person's absences and what is lent from and to the person, newest first.</summary>
public sealed record AbsenceView(
    IReadOnlyList<AbsencePeriod> Absences, IReadOnlyList<DelegationGrant> Given, IReadOnlyList<DelegationGrant> Received, bool MayDelegate);
