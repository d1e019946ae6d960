using Portal.Domain.Common;

namespace Portal.Web.Operations.Tasks;

/// <summary>An open step of a group's cases, with who has it.</summary>
/// <param name="Item">Of the loop that it stands in; null outside of loops.</param>
/// <param name="People">Whose step it is: one, or several who share it.</param>
/// <param name="HolderId">Who of several has taken it; null: nobody.</param>
public sealed record GroupWorkRow(
    Guid TaskId, string CaseNumber, LocalText CaseTitle, string ProcessKey, string StepId, string Title, string AreaNames, string? Item,
    DateTime? DueAt, bool IsRestricted, IReadOnlyList<string> People, string? HolderId)
{
    /// <summary>Who has it: whose it is, or who has taken it; null where several may.</summary>
    public string? PersonId => HolderId ?? (People.Count == 1 ? People[0] : null);
}
