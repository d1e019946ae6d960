using Portal.Domain.FollowUps;

namespace Portal.Web.Operations.FollowUps;

/// <summary>
/// One record in its register. Of a Restricted one every text is empty: it is read on its own page, where that is recorded.
/// </summary>
/// <param name="At">When it took place, UTC.</param>
/// <param name="Type">What the register tells apart: the counterpart of a contact.</param>
/// <param name="With">Body of the Provincial Committee, document, host; empty for none.</param>
/// <param name="DepartmentIds">Departments that it was done with.</param>
/// <param name="Person">Whom it was with; empty where the register has none.</param>
/// <param name="Means">Channel of a contact; empty where the register has none.</param>
/// <param name="Summary">What was said, or what came of it at once.</param>
/// <param name="Outcome">What came of it in the end, or why it was cancelled.</param>
public sealed record FollowedRow(
    Guid Id, DateTime At, string AreaId, string GroupId, string Type, string With, IReadOnlyList<string> DepartmentIds, string Person,
    string Means, string Domain, string Subject, string Summary, string FollowUp, DateOnly? FollowUpDue, string Outcome,
    FollowedState State, bool IsRestricted, string AuthorId);
