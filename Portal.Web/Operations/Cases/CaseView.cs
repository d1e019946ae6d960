using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Incidents;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Web.Operations.Cases;

/// <summary>All that one person may see of a case.</summary>
public sealed record CaseView
{
    public required Case Case { get; init; }

    /// <summary>False for those who may know title, dates and state only.</summary>
    public bool HasContent { get; init; }

    /// <summary>Single forms of it only: the records office of a meeting, a department that is consulted.</summary>
    public bool IsPartial { get; init; }

    public CompiledDefinition? Definition { get; init; }

    public InstanceState? State { get; init; }

    public IReadOnlyList<TaskView> Open { get; init; } = [];

    public IReadOnlyList<UserTask> Tasks { get; init; } = [];

    public IReadOnlyList<SubmissionView> Submissions { get; init; } = [];

    public IReadOnlyList<CaseDecision> Decisions { get; init; } = [];

    public IReadOnlyList<CaseComment> Comments { get; init; } = [];

    public IReadOnlyList<Attachment> Files { get; init; } = [];

    public IReadOnlyList<ReservedOpinion> Reserved { get; init; } = [];

    public IReadOnlyList<CaseRow> Children { get; init; } = [];

    /// <summary>Number and title of the case that opened this one, where it may be known of.</summary>
    public LinkedCase? Parent { get; init; }

    public IReadOnlyList<string> Flags { get; init; } = [];

    public IReadOnlyList<IncidentView> Incidents { get; init; } = [];

    public ICaseSubject? Subject { get; init; }

    /// <summary>What the items of a loop are called: the attendee of each line.</summary>
    public IReadOnlyDictionary<string, string> Items { get; init; } = new Dictionary<string, string>();

    /// <summary>Cases that this one refers to, as far as the person may know of them.</summary>
    public IReadOnlyList<LinkedCase> Links { get; init; } = [];

    /// <summary>Those of them that are quoted as a part of it.</summary>
    public IReadOnlyList<LinkedCase> Quoted => [.. Links.Where(l => l.IsQuoted)];

    /// <summary>Names of the cases that forms refer to.</summary>
    public IEnumerable<Option> CaseNames => Links.Select(l => new Option(l.Id.ToString(), l.Number));

    /// <summary>Steps of which the person does not know: neither where they stand nor that they were done.</summary>
    public IReadOnlyList<string> HiddenSteps { get; init; } = [];

    /// <summary>Something Restricted is in the case, and the person reads it or wrote it.</summary>
    public bool KnowsRestricted => Case.Sensitivity == Sensitivity.Normal && Case.HoldsRestricted(null)
        && (ReadsRestricted || Submissions.Any(s => s is { IsRestricted: true, Form: not null }));

    /// <summary>Restricted parts are for this person too .</summary>
    public bool ReadsRestricted { get; init; }

    /// <summary>Something Restricted stands in it: that it was read is recorded .</summary>
    public bool ShowsRestricted => HasContent && (Case.Sensitivity != Sensitivity.Normal
        || Submissions.Any(s => s.IsRestricted && s.Form is not null)
        || Decisions.Any(d => d.Sensitivity != Sensitivity.Normal && d.Opinion.Length > 0)
        || Reserved.Any(o => o.Sensitivity != Sensitivity.Normal));

    /// <summary>The open form that a part was taken out of, which is kept right before it; null for a form of its own.</summary>
    public JsonObject? OpenPartOf(SubmissionView part) => Submissions.TakeWhile(s => s.Id != part.Id)
        .LastOrDefault(s => s.At == part.At && s.StepId == part.StepId && s.Item == part.Item && s.PersonId == part.PersonId)?.Form;

    /// <summary>
    /// The form of this kind that was sent last, to begin another case by it; null where the case is Restricted, the form is not for the
    /// person, or a stub stands for it.
    /// </summary>
    public T? Sent<T>(string formKey)
        where T : class => HasContent && Case.Sensitivity == Sensitivity.Normal
            ? Submissions.LastOrDefault(s => s is { Form: not null, IsRestricted: false, IsStub: false } && s.FormKey == formKey)?.Form
                .Deserialize<T>(FormInput.Json)
            : null;

    public bool CanComment { get; init; }

    public bool CanReserve { get; init; }
}
