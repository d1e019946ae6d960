using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Workflows.Runtime;

/// <summary>
/// What ties the steps of one process to the domain. Stateless; the definition decides the order, the aggregate decides
/// what is allowed.
/// </summary>
public interface IProcess
{
    string Key { get; }

    /// <summary>Prefix of its numbers, e.g. <c>CT</c>.</summary>
    string NumberPrefix { get; }

    IReadOnlyList<FormSchema> Forms { get; }

    /// <summary>Of every case of the process from its beginning, whatever it comes of .</summary>
    Sensitivity Sensitivity { get; }

    /// <summary>Rules that every path to the end must pass, by the name used in guard activities, with their clause.</summary>
    IReadOnlyDictionary<string, string> MandatoryRules { get; }

    /// <summary>What its aggregate does, in short; definitions are proved against it.</summary>
    Conduct Conduct => NoConduct.Instance;

    /// <summary>Every answer that it takes.</summary>
    IReadOnlyList<IStep> Steps => [];

    /// <summary>Every way in which its cases come to be.</summary>
    IReadOnlyList<Opening> Openings { get; }

    /// <summary>Key of the form that other cases quote of its own; null where they quote none.</summary>
    string? QuotedForm => null;

    /// <summary>The aggregate of a case; null for a process without one, and before the first step has made it.</summary>
    Task<ICaseSubject?> FindSubjectAsync(ISubjects subjects, Guid caseId, CancellationToken cancellation) =>
        Task.FromResult<ICaseSubject?>(null);

    /// <summary>The aggregates of several cases of this process.</summary>
    Task<IReadOnlyList<ICaseSubject>> FindSubjectsAsync(
        ISubjects subjects, IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ICaseSubject>>([]);

    /// <summary>A form as it opens: of a round before, or from the facts; empty where nothing is known.</summary>
    JsonObject Known(FormOpening opening) => [];

    /// <summary>Before <see cref="Apply"/>: looks up what the answer needs beside its own case, for <see cref="Turn.Related"/>.</summary>
    Task<Result<IReadOnlyList<object>>> PrepareAsync(StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation);

    /// <summary>Applies the answer to the aggregate, or refuses. Makes the aggregate at the first step.</summary>
    Result<StepEffect> Apply(StepAnswer answer, Turn turn);

    /// <summary>A step's time ran out and its definition leaves by <c>Timeout</c>.</summary>
    Result TimeOut(string stepId, Turn turn);

    /// <summary>For a dispatched case that is replayed alone: does to it what the one that dispatched it does when it publishes an
    /// event.</summary>
    Result FollowEvent(string name, Turn turn, CaseFile parent) => Result.Ok;

    /// <summary>What the definition may ask about the case.</summary>
    IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn);

    Refusal? Check(string rule, Turn turn);

    /// <summary>Runs a verb that the definition calls; what it makes is added to the store.</summary>
    Result Act(string act, Turn turn, IWorkStore store);

    /// <summary>People the process itself knows by a name (<c>tripLeader</c>); null for a name that is not its own.</summary>
    IEnumerable<string>? Resolve(string who, Turn turn);

    /// <summary>
    /// In whose place a person acts who has a step of this case only because they gave it as a substitute; null where they act as
    /// themselves.
    /// </summary>
    string? ActsFor(string personId, Turn turn) => null;

    /// <summary>People who may never decide here .</summary>
    IEnumerable<string> Interested(Turn turn);

    /// <summary>What the case is called and how it stands after an act.</summary>
    CaseDescription Describe(Turn turn);
}
