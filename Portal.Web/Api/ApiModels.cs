using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Workflows.Runtime;

namespace Portal.Web.Api;

/// <summary>Credentials for <c>POST token</c>.</summary>
/// <param name="Code">Of the authenticator, for an account that has one.</param>
public sealed record TokenRequest(string UserName, string Password, string? Code = null);

public sealed record MeAnswer(string PersonId, string Name, string Position, IReadOnlyList<string> Roles, IReadOnlyList<GroupAnswer> Groups);

public sealed record GroupAnswer(string Id, string Name, bool IsLead);

/// <summary>A process one may start, with the JSON schema of its first form and what its first step asks beside it (<c>extra</c>).</summary>
/// <param name="Required">Fields of the form, optional by its schema, that the step demands.</param>
/// <param name="Hidden">Fields of the form that the step does not take.</param>
public sealed record ProcessAnswer(string Key, string Name, string FormKey, IReadOnlyList<ActionAnswer> Actions, JsonNode Schema, IReadOnlyList<ExtraFieldAnswer> Extra, IReadOnlyList<string> Required, IReadOnlyList<string> Hidden);

public sealed record ExtraFieldAnswer(string Name, string Label, string Kind, bool Required, IReadOnlyList<string> Options)
{
    public static IReadOnlyList<ExtraFieldAnswer> Of(IReadOnlyList<Portal.Workflows.UserTasks.ExtraField> fields) => [.. fields.Select(f => new ExtraFieldAnswer(f.Name, f.Label, f.Kind, f.Required, f.Options))];
}

public sealed record ActionAnswer(string Key, string Label, bool CommentRequired, string? FormKey);

/// <summary><c>POST cases</c>. Times inside forms are local time of Viet Nam, without offset.</summary>
public sealed record StartRequest(string Process, string Outcome, JsonObject Form, JsonObject? Extra);

/// <summary><c>POST tasks/{id}/complete</c>. <c>Comment</c> fills the opinion or reason of the form where that is empty.</summary>
public sealed record CompleteRequest(string Outcome, JsonObject? Form, string? Comment, int? Version, JsonObject? Extra);

/// <param name="Waiting">Who acts now on what.</param>
/// <param name="Opened">Cases that were opened along with it.</param>
/// <param name="ResumesAt">When nobody has to act: the moment, UTC, at which the case goes on by itself.</param>
public sealed record ReceiptAnswer(Guid CaseId, string Number, string Status, CaseState State, IReadOnlyList<WaitingAnswer> Waiting, IReadOnlyList<ReceiptAnswer> Opened, DateTime? ResumesAt)
{
    public static ReceiptAnswer Of(Receipt receipt) => new(receipt.CaseId, receipt.Number, receipt.Status, receipt.State,
        [.. receipt.Waiting.Select(w => new WaitingAnswer(w.TaskId, w.StepId, w.Title, w.PersonIds, w.DueAt, w.DueClause))],
        [.. (receipt.Opened ?? []).Select(Of)], receipt.ResumesAt);
}

public sealed record WaitingAnswer(Guid TaskId, string Step, string Title, IReadOnlyList<string> PersonIds, DateTime? DueAt, string? DueClause);

public sealed record CaseListAnswer(IReadOnlyList<CaseListRow> Items, int Total, int Page, int PageSize);

public sealed record CaseListRow(Guid Id, string Number, string Title, string Process, string GroupId, CaseState State, string Status, DateTime CreatedAt, DateTime UpdatedAt);

public sealed record CaseAnswer(
    Guid Id, string Number, string Title, string Process, string GroupId, IReadOnlyList<string> AreaIds, CaseState State, string Status, IReadOnlyList<string> Flags,
    DateTime CreatedAt, DateTime UpdatedAt, IReadOnlyList<TaskAnswer> Open, IReadOnlyList<SubmissionAnswer> Submissions, IReadOnlyList<DecisionAnswer> Decisions);

/// <param name="Form">Null where the content is Restricted and not for this person.</param>
/// <param name="Item">The item of a loop: the number of an attendance line; null elsewhere.</param>
public sealed record SubmissionAnswer(string Step, string FormKey, string? Item, string Outcome, int Round, string PersonId, string? ActingForId, DateTime At, bool IsRestricted, JsonObject? Form);

public sealed record DecisionAnswer(string Step, string Outcome, string Opinion, string DeciderId, string? ActingForId, DateTime At);

public sealed record TaskListAnswer(IReadOnlyList<TaskAnswer> Items, int Total, int Page, int PageSize);

public sealed record TaskAnswer(
    Guid Id, Guid CaseId, string CaseNumber, string CaseTitle, string Process, string Step, string Title, DateTime CreatedAt, DateTime? DueAt, int Version,
    string? FormKey, IReadOnlyList<ActionAnswer>? Actions, IReadOnlyList<ExtraFieldAnswer>? Extra = null);
