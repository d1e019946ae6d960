using System.Text.Json.Nodes;
using Portal.Domain.Cases;

namespace Portal.Workflows.Runtime;

/// <summary>What came of applying an answer to the aggregate.</summary>
public sealed record StepEffect
{
    /// <summary>A decision of someone over somebody else's matter: kept as one, open to reserved opinions (Đ6.4).</summary>
    public bool IsDecision { get; init; }

    /// <summary>The decision answers what was asked for last, and so is nobody's who asked; else it answers nothing.</summary>
    public bool IsOnRequest { get; init; } = true;

    public string Opinion { get; init; } = "";

    /// <summary>Of the form as a whole, or of what is left of it where a part is kept apart.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>Who is to take over what it says, where it is Restricted; null where nobody is named.</summary>
    public string? AddresseeId { get; init; }

    /// <summary>Keys of earlier forms that this one was made of: where this is Restricted, so are they from now on .</summary>
    public IReadOnlyList<string> MadeOf { get; init; } = [];

    public bool IsStub { get; init; }

    public IReadOnlyCollection<Guid> Files { get; init; } = [];

    /// <summary>What has happened that may open other cases, by name, with what it is about.</summary>
    public IReadOnlyList<(string Name, object? Payload)> Events { get; init; } = [];

    /// <summary>
    /// What the answer orders (Đ4.1-2). One with a date is an event of its own, which opens a task (S-04); of one without a date its
    /// assignee is told.
    /// </summary>
    public IReadOnlyList<DirectiveInput> Directives { get; init; } = [];

    public IReadOnlyList<(NotificationKind Kind, IReadOnlyList<string> Who)> Tell { get; init; } = [];

    /// <summary>What else is kept of it: a contact with an area.</summary>
    public IReadOnlyList<object> Records { get; init; } = [];

    /// <summary>Events for other cases, by name: each goes on where it waits for it.</summary>
    public IReadOnlyList<(Guid CaseId, string Event)> Signals { get; init; } = [];

    /// <summary>What became of the cases that this one dispatched.</summary>
    public ChildrenEffect OnChildren { get; init; }

    /// <summary>
    /// The form has a place of its own for what is Restricted: what stands in the rest comes of nothing Restricted, whatever lies
    /// before the step.
    /// </summary>
    public bool KeepsApart { get; init; }

    /// <summary>What is kept of the form where a part of it is kept apart; null for all of it.</summary>
    public JsonObject? Kept { get; init; }

    /// <summary>A Restricted part, kept as a form of its own beside the one that everybody of the case reads (X-02, E-M12).</summary>
    public (string FormKey, JsonObject Form)? Apart { get; init; }
}
