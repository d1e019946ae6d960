using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;

namespace Portal.Tests.TestKit;

/// <summary>A process without rules or forms of its own: somebody asks, several people answer.</summary>
/// <param name="openings">How its cases come to be; by hand where none is said.</param>
internal sealed class PollProcess(string key = "poll", params Opening[] openings) : IProcess
{
    public string Key => key;

    public string NumberPrefix => "HY";

    public IReadOnlyList<FormSchema> Forms => [];

    public Sensitivity Sensitivity => Sensitivity.Normal;

    public IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>();

    public IReadOnlyList<Opening> Openings { get; } = openings.Length > 0 ? openings : [ByHand];

    public static OpenedByHand ByHand { get; } = new(_ => null, (_, _) => new CasePlace("N03", []));

    public Task<Result<IReadOnlyList<object>>> PrepareAsync(
        StepAnswer answer, Turn turn, IWorkStore store, CancellationToken cancellation) =>
        Task.FromResult<Result<IReadOnlyList<object>>>(Array.Empty<object>());

    public Result<StepEffect> Apply(StepAnswer answer, Turn turn) => new StepEffect();

    public Result TimeOut(string stepId, Turn turn) => Result.Ok;

    public IReadOnlyDictionary<string, JsonNode?> Facts(Turn turn) => new Dictionary<string, JsonNode?>();

    public Refusal? Check(string rule, Turn turn) => null;

    public Result Act(string act, Turn turn, IWorkStore store) => Result.Ok;

    public IEnumerable<string>? Resolve(string who, Turn turn) => null;

    public IEnumerable<string> Interested(Turn turn) => [];

    public CaseDescription Describe(Turn turn)
    {
        var status = turn.File.Instance.Status;
        return new CaseDescription(
            LocalText.Typed("Lấy ý kiến"), status.ToString(), status == InstanceStatus.Finished ? CaseState.Closed : CaseState.Open);
    }

    /// <summary>Asks S11, S31 and S33; then one more step named after the outcome.</summary>
    /// <param name="answers">The rule, e.g. <c>{"mode":"All"}</c>.</param>
    /// <param name="fields">Extra fields of the step, as JSON, or null.</param>
    public static string Definition(string answers, string? fields)
    {
        static object Value(string type, string value) =>
            new { typeName = type == "Object" ? "Object" : "String", expression = new { type, value } };
        static object Task(string id, string who, string actions, string? answers = null, string? fields = null) => new
        {
            id,
            nodeId = $"W:flow:{id}",
            name = id,
            type = "Portal.UserTask",
            version = 1,
            title = Value("Literal", id),
            assignment = Value("Object", who),
            actionDefinitions = Value("Object", actions),
            answers = Value("Object", answers ?? "{}"),
            fields = Value("Object", fields ?? "[]"),
        };
        static object Line(string from, string port, string to) =>
            new { source = new { activity = from, port }, target = new { activity = to, port = "In" } };
        return JsonSerializer.Serialize(new
        {
            id = "poll-v1",
            definitionId = "poll",
            name = "Lấy ý kiến",
            version = 1,
            toolVersion = "3.8.0.0",
            root = new
            {
                id = "flow",
                nodeId = "W:flow",
                name = "flow",
                type = "Elsa.Flowchart",
                version = 1,
                start = "start",
                activities = new[]
                {
                    new { id = "start", nodeId = "W:flow:start", name = "start", type = "Elsa.Start", version = 1 },
                    Task("ask", """["initiator"]""", """[{"key":"Submit"}]"""),
                    Task("vote", """["person:S11","person:S31","person:S33"]""",
                        """[{"key":"Agree"},{"key":"Refuse","commentRequired":true}]""", answers, fields),
                    Task("agreed", """["initiator"]""", """[{"key":"Done"}]"""),
                    Task("refused", """["initiator"]""", """[{"key":"Done"}]"""),
                },
                connections = new[] { Line("start", "Done", "ask"), Line("ask", "Submit", "vote"), Line("vote", "Agree", "agreed"),
                    Line("vote", "Refuse", "refused") },
            },
        });
    }
}
