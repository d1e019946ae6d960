
namespace Portal.Workflows.Runtime;

/// <summary>An open step of a case, as it is and as it would be on another version.</summary>
/// <param name="To">Null where nothing becomes of it.</param>
public sealed record MigratedStep(
    string From, string FromTitle, string? To, string ToTitle, DateTime? DueBefore, DateTime? DueAfter, bool PeopleChange);
