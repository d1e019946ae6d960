using Portal.Domain.Common;

namespace Portal.Web.Operations.Compliance;

/// <summary>One line of RP-04: number, title and days of a case, nothing of its content.</summary>
/// <param name="Kind">What it is: a step that is missing or was late, or a flag of the process.</param>
/// <param name="StepId">The step that it is about; empty for a flag.</param>
/// <param name="StepTitle">Title of the step in its definition.</param>
/// <param name="At">When it was due, or happened; UTC.</param>
/// <param name="LateDays">Working days of delay; 0 for a flag.</param>
public sealed record ComplianceFinding(
    string Kind, string Number, LocalText Title, string ProcessKey, string GroupId, string StepId, string StepTitle, DateTime At,
    int LateDays)
{
    /// <summary>It is overdue by more than <c>Compliance.AfterDays</c> and not done.</summary>
    public const string Missing = "missing";

    /// <summary>It was done after its time.</summary>
    public const string Late = "late";

    /// <summary>A flag of a case, as it was when it began.</summary>
    public static ComplianceFinding Flag(string kind, string number, LocalText title, string processKey, string groupId, DateTime at) =>
        new(kind, number, title, processKey, groupId, "", "", at, 0);
}
