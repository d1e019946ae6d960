using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Workflows.Runtime;

namespace Portal.Tests.TestKit;

/// <summary>A process without rules or forms of its own: somebody asks, several people answer.</summary>
internal sealed class PollProcess : IProcess
{
    public string Key => "poll";

    public string NumberPrefix => "HY";

    public IReadOnlyList<FormSchema> Forms => [];

    public IReadOnlyDictionary<string, string> MandatoryRules { get; } = new Dictionary<string, string>();

    public Refusal? WhyNotStartable(CaseContext context) => null;

    public Result<(string GroupId, IReadOnlyList<string> AreaIds)> Place(JsonObject form, CaseContext context) => ("N03", (IReadOnlyList<string>)[]);

    public Dispatched? ForItem(JsonNode? item, CaseFile parent, CaseContext context) => null;

    public Dispatched? ByCalendar(string groupId, DateOnly day) => null;

    public Task<Refusal?> PrepareAsync(StepAnswer answer, CaseFile file, CaseContext context, IWorkStore store, CancellationToken cancellation) => Task.FromResult<Refusal?>(null);

    public Result<StepEffect> Apply(StepAnswer answer, CaseFile file, CaseContext context) => new StepEffect();

    public Result TimeOut(string stepId, CaseFile file, CaseContext context) => Result.Ok;

    public IReadOnlyDictionary<string, JsonNode?> Facts(CaseFile file, CaseContext context) => new Dictionary<string, JsonNode?>();

    public Refusal? Check(string rule, CaseFile file, CaseContext context) => null;

    public Result Act(string act, CaseFile file, CaseContext context, IWorkStore store) => Result.Ok;

    public IEnumerable<string>? Resolve(string who, CaseFile file, CaseContext context) => null;

    public IEnumerable<string> Interested(CaseFile file) => [];

    public (string Title, string Status, CaseState State) Describe(CaseFile file, CaseContext context) =>
        ("Lấy ý kiến", file.Instance.Status.ToString(), file.Instance.Status == Portal.Workflows.Engine.InstanceStatus.Finished ? CaseState.Closed : CaseState.Open);

    /// <summary>Asks S11, S31 and S33; then one more step named after the outcome.</summary>
    /// <param name="answers">The rule, e.g. <c>{"mode":"All"}</c>.</param>
    /// <param name="fields">Extra fields of the step, as JSON, or null.</param>
    public static string Definition(string answers, string? fields)
    {
        static object Value(string type, string value) => new { typeName = type == "Object" ? "Object" : "String", expression = new { type, value } };
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
        static object Line(string from, string port, string to) => new { source = new { activity = from, port }, target = new { activity = to, port = "In" } };
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
                    Task("vote", """["person:S11","person:S31","person:S33"]""", """[{"key":"Agree"},{"key":"Refuse","commentRequired":true}]""", answers, fields),
                    Task("agreed", """["initiator"]""", """[{"key":"Done"}]"""),
                    Task("refused", """["initiator"]""", """[{"key":"Done"}]"""),
                },
                connections = new[] { Line("start", "Done", "ask"), Line("ask", "Submit", "vote"), Line("vote", "Agree", "agreed"), Line("vote", "Refuse", "refused") },
            },
        });
    }
}
