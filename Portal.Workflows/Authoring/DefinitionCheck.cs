using Portal.Domain.Forms;
using Portal.Workflows.Activities;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Expressions;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Authoring;

/// <summary>
/// The static check of a definition: all that can go wrong at run time and can be seen before. Elsa itself checks none
/// of it at publishing.
/// </summary>
public sealed class DefinitionCheck
{
    private readonly CompiledDefinition _compiled;
    private readonly CheckContext _context;
    private readonly List<Problem> _problems = [];
    private readonly HashSet<string> _variables;
    private readonly Lazy<IReadOnlyList<ConditionField>> _fields;

    private DefinitionCheck(CompiledDefinition compiled, CheckContext context)
    {
        (_compiled, _context) = (compiled, context);
        _fields = new(() => ConditionField.Of(compiled));
        _variables = [.. compiled.Definition.Variables.SelectMany(v => new[] { v.Id, v.Name })];
    }

    public static IReadOnlyList<Problem> Run(WorkflowDefinition definition, CheckContext context) =>
        Run(new CompiledDefinition(definition), context);

    public static IReadOnlyList<Problem> Run(CompiledDefinition compiled, CheckContext context)
    {
        var definition = compiled.Definition;
        var check = new DefinitionCheck(compiled, context);
        check.Variables();
        var chart = compiled.Root.Chart!;
        check.Chart(definition.Root, chart);
        check.Guards(chart);
        check.FirstStep();
        return check._problems;
    }

    private void Variables()
    {
        foreach (var variable in _compiled.Definition.Variables.Where(v => !v.IsStored))
        {
            _problems.Add(new Problem(ProblemSeverity.Warning, "VariableLost", "$.variables", null, variable.Name));
        }
    }

    private void Chart(ActivityNode node, FlowGraph chart)
    {
        foreach (var twice in node.Activities.GroupBy(a => a.Id).Where(g => g.Count() > 1))
        {
            Add(ProblemSeverity.Error, "DuplicateId", twice.Last(), twice.Key);
        }

        foreach (var connection in node.Connections
            .Where(c => !chart.Activities.ContainsKey(c.From) || !chart.Activities.ContainsKey(c.To)))
        {
            Add(ProblemSeverity.Error, "MissingEnd", node, connection.From, connection.To);
        }

        if (chart.Start is null)
        {
            Add(ProblemSeverity.Error, "NoStart", node);
            return;
        }

        var reached = Reachable(chart, chart.Start);
        foreach (var activity in chart.Activities.Values)
        {
            if (!reached.Contains(activity.Id))
            {
                Add(ProblemSeverity.Error, "Unreachable", activity.Node);
            }

            Activity(activity);
            if (activity.Chart is { } nested)
            {
                Chart(activity.Node.Body is { IsFlowchart: true } body ? body : activity.Node, nested);
            }
        }

        Joins(chart);
        Loops(chart);
    }

    private void Activity(CompiledActivity activity)
    {
        if (activity.Type is not { } type)
        {
            Add(ProblemSeverity.Error, "UnknownActivity", activity.Node, activity.Node.Type);
            return;
        }

        Expressions(activity, type);
        if (type is RunTask)
        {
            // Nobody here reports to it: a case would wait there for ever.
            Add(ProblemSeverity.Error, "NeverReported", activity.Node, type.Name);
        }

        if (type is UserTaskActivity)
        {
            HumanStep(activity);
        }

        Kind(activity, type);

        if (type is SetVariable
            && activity.Node.Json["variable"] is System.Text.Json.Nodes.JsonObject v
            && Node.Text(v, "id") is { } id
            && !_variables.Contains(id))
        {
            Add(ProblemSeverity.Error, "UnknownVariable", activity.Node, id);
        }

        if (type is BulkDispatchWorkflows or DispatchWorkflow)
        {
            Dispatch(activity);
            foreach (var port in BulkDispatchWorkflows.ChildPorts.Where(p => activity.Node.Json[p] is not null))
            {
                Add(ProblemSeverity.Error, "PortNotRun", activity.Node, port);
            }
        }

        if (type.IsTerminal || type.Outcomes(activity) is not { } outcomes)
        {
            return;
        }

        foreach (var port in activity.Outbound.Select(c => c.Port).Distinct().Where(p => !outcomes.Contains(p)))
        {
            Add(ProblemSeverity.Error, "UnknownOutcome", activity.Node, port);
        }

        // One automatic step at the end of a branch ends it on purpose; a choice that leads nowhere is a slip.
        foreach (var outcome in outcomes.Where(o => !(type.AnyOutcomeSuffices && activity.Outbound.Count > 0)
            && (outcomes.Count > 1 || type is UserTaskActivity) && activity.Outbound.TrueForAll(c => c.Port != o)))
        {
            Add(ProblemSeverity.Warning, "OutcomeToNowhere", activity.Node, outcome);
        }
    }

    private void Kind(CompiledActivity activity, ActivityType type)
    {
        if (Elsewise(activity, type) is { } construct)
        {
            Add(ProblemSeverity.Warning, "RunsOtherwiseOnElsa", activity.Node, construct);
        }

        if (type is TimeWait wait && wait.WhyNotReadable(activity) is { } moment)
        {
            Add(ProblemSeverity.Error, "NoMoment", activity.Node, moment);
        }
    }

    // What Elsa 3.6.3 itself runs otherwise than its own description says.
    private static string? Elsewise(CompiledActivity activity, ActivityType type) => type switch
    {
        FlowJoin when activity.MergeMode == MergeMode.Race => "FlowJoin WaitAny",
        Complete when activity.Path.Contains('/', StringComparison.Ordinal) => "Complete",
        _ when activity.MergeMode is MergeMode.Cascade or MergeMode.Race => activity.MergeMode.ToString(),
        _ => null,
    };

    private void Dispatch(CompiledActivity activity)
    {
        var process = activity.Input("workflowDefinitionId");
        if (process is null or { Type: "Literal", Source: "" })
        {
            Add(ProblemSeverity.Error, "NoProcess", activity.Node);
        }
        else if (process is { Type: "Literal" } && process.Source == _compiled.Definition.DefinitionId)
        {
            Add(ProblemSeverity.Error, "DispatchesItself", activity.Node);
        }
        else if (process is { Type: "Literal" } && !_context.Dispatchable.Contains(process.Source))
        {
            Add(ProblemSeverity.Error, "NotDispatchable", activity.Node, process.Source);
        }
    }

    private void HumanStep(CompiledActivity activity)
    {
        if (activity.FixedSpec is not { } spec)
        {
            if (activity.Inputs.All(i => i.Value is null or { Type: "Literal" or "Object" or "Json" }))
            {
                Add(ProblemSeverity.Error, "BadSettings", activity.Node);
            }

            return;
        }

        if (spec.Who.Count == 0)
        {
            Add(ProblemSeverity.Error, "NobodyToAct", activity.Node);
        }

        Forms(activity, spec);
        if (MayDecideOnTheirOwn(activity, spec))
        {
            Add(ProblemSeverity.Warning, "InitiatorDecides", activity.Node, spec.Title);
        }

        foreach (var field in spec.Fields.Where(f => f is { Kind: "choice", Options.Count: < 2 }))
        {
            Add(ProblemSeverity.Error, "NothingToChoose", activity.Node, field.Label);
        }

        foreach (var clause in spec.LegalBasis.Where(c => !_context.Clauses.Contains(c)))
        {
            Add(ProblemSeverity.Warning, "UnknownClause", activity.Node, clause);
        }
    }

    // The forms of a step, their fields that it demands or hides, and what its outcomes give with them.
    private void Forms(CompiledActivity activity, UserTaskSpec spec)
    {
        foreach (var form in spec.Actions
            .Select(a => a.Form)
            .Append(spec.Form)
            .OfType<string>()
            .Distinct()
            .Where(f => !_context.Forms.ContainsKey(f)))
        {
            Add(ProblemSeverity.Error, "UnknownForm", activity.Node, form);
        }

        if (spec.Form is not null && _context.Forms.TryGetValue(spec.Form, out var schema))
        {
            var optional = schema.Fields.Where(f => !f.Required && f.Kind != FieldKind.Secrecy).Select(f => f.Name).ToHashSet();
            foreach (var field in spec.RequiredFields
                .Concat(spec.HiddenFields)
                .Where(f => !optional.Contains(f))
                .Concat(spec.RequiredFields.Intersect(spec.HiddenFields))
                .Distinct())
            {
                Add(ProblemSeverity.Error, "FieldNotOptional", activity.Node, field);
            }
        }

        foreach (var action in spec.Actions)
        {
            // A form that the rules of the process read is read by its outcome too.
            if ((action.Form ?? spec.Form) is { } read && _context.Answers.Contains(read) && !_context.Answers[read].Contains(action.Key))
            {
                Add(ProblemSeverity.Warning, "OutcomeNewToForm", activity.Node, action.Label, read);
            }
        }
    }

    // X-08, in a process of the administrators' own, of which nothing else says who has a matter of theirs in it: a choice that whoever
    // asked for it may make, too.
    private bool MayDecideOnTheirOwn(CompiledActivity activity, UserTaskSpec spec) =>
        _context.Answers.Count == 0
            && activity != _compiled.FirstStep
            && !spec.IsOptional
            && spec.Actions.Count(a => !a.IsOptional) > 1
            && spec.Who.Any(w => w != "initiator")
            && !spec.Excluded.Contains("initiator")
            && !spec.Excluded.Contains(UserTaskSpec.Interested);

    private void Expressions(CompiledActivity activity, ActivityType type)
    {
        var inner = type.InnerExpressions(activity.Node).Select(e => (e.Place, (InputValue?)e.Expression));
        foreach (var (name, expression) in activity.Inputs.Select(i => (i.Key, i.Value)).Concat(inner))
        {
            switch (expression?.Type)
            {
                case null or "Literal" or "Object" or "Json" or "Input":
                    break;
                case "Variable":
                    var id = expression.Value is System.Text.Json.Nodes.JsonObject v ? Node.Text(v, "id") ?? "" : expression.Source;
                    if (!_variables.Contains(id))
                    {
                        Add(ProblemSeverity.Error, "UnknownVariable", activity.Node, id);
                    }

                    break;
                case "JavaScript":
                    Script(activity, name, expression.Source);
                    break;
                default:
                    Add(ProblemSeverity.Error, "ScriptNotAllowed", activity.Node, expression.Type);
                    break;
            }
        }
    }

    private void Script(CompiledActivity activity, string name, string source)
    {
        if (ExpressionEvaluator.SyntaxError(source) is { } error)
        {
            Add(ProblemSeverity.Error, "ScriptSyntax", activity.Node, name, error);
            return;
        }

        if (Condition.Read(source, _fields.Value)?.CanNeverHold(_fields.Value) == true)
        {
            Add(ProblemSeverity.Error, "NeverTrue", activity.Node, source);
        }

        var unknown = ExpressionEvaluator.Unknown(source, _compiled);
        unknown.Functions.ToList().ForEach(f => Add(ProblemSeverity.Error, "UnknownFunction", activity.Node, f));
        unknown.Variables.ToList().ForEach(v => Add(ProblemSeverity.Error, "UnknownVariable", activity.Node, v));
        unknown.Activities.ToList().ForEach(a => Add(ProblemSeverity.Error, "UnknownSource", activity.Node, a));
        unknown.Inputs.ToList().ForEach(i => Add(ProblemSeverity.Warning, "UnknownInput", activity.Node, i));
    }

    // A join of all branches never fires when two of its ways in are alternatives: two outcomes of one choice.
    private void Joins(FlowGraph chart)
    {
        foreach (var join in chart.Activities.Values
            .Where(a => a.MergeMode is MergeMode.Merge or MergeMode.Converge && a.ForwardInbound.Count > 1))
        {
            var alternatives = join.ForwardInbound.GroupBy(c => c.From).Any(g => g.Select(c => c.Port).Distinct().Count() > 1
                && chart.Activities[g.Key].Type is not FlowFork && chart.Activities[g.Key].Type is not FlowSwitch);
            if (alternatives)
            {
                Add(ProblemSeverity.Error, "JoinNeverFires", join.Node);
            }
        }
    }

    private void Loops(FlowGraph chart)
    {
        // Steps that wait break every loop through them: a loop among the others never rests.
        var restless = chart.Activities.Values.Where(a => a.Type is { CanWait: false }).ToDictionary(a => a.Id);
        foreach (var activity in restless.Values)
        {
            var seen = new HashSet<string>();
            var queue = new Queue<CompiledActivity>([activity]);
            while (queue.TryDequeue(out var at))
            {
                foreach (var next in at.Outbound.Select(c => c.To).Where(restless.ContainsKey))
                {
                    if (next == activity.Id)
                    {
                        // A counter may end it; only a loop with no way out at all is an error.
                        var loop = seen.Append(activity.Id).Select(id => restless[id]).ToList();
                        var hasExit = loop.Exists(a => a.Type is FlowDecision or FlowSwitch
                            || a.Outbound.Exists(c => !loop.Exists(inside => inside.Id == c.To)));
                        Add(hasExit ? ProblemSeverity.Warning : ProblemSeverity.Error, "LoopWithoutWait", activity.Node);
                        queue.Clear();
                        break;
                    }

                    if (seen.Add(next))
                    {
                        queue.Enqueue(restless[next]);
                    }
                }
            }
        }
    }

    /// <summary>Section 7.1: every path to the acts of the process passes the guards that the regulation demands.</summary>
    private void Guards(FlowGraph chart)
    {
        if (_context.MandatoryRules.Count == 0 || chart.Start is null)
        {
            return;
        }

        var ends = chart.Activities.Values.Where(a => a.Type is Act && a.Input("act")?.Source == Act.Closing).ToList();
        foreach (var (rule, clause) in _context.MandatoryRules)
        {
            var open = Reachable(chart, chart.Start, a => a.Type is Guard && Guard.Rules(a).Contains(rule));
            if (ends.Count == 0 || ends.Exists(e => open.Contains(e.Id)))
            {
                _problems.Add(new Problem(ProblemSeverity.Error, "GuardMissing", "$.root", null, rule, clause) { Clause = clause });
            }
        }
    }

    // Who begins a case says with a form what it is about.
    private void FirstStep()
    {
        if (_compiled.FirstStep is { FixedSpec.Form: null } first)
        {
            Add(ProblemSeverity.Error, "FirstWithoutForm", first.Node);
        }
    }

    private static HashSet<string> Reachable(FlowGraph chart, CompiledActivity start, Func<CompiledActivity, bool>? stop = null)
    {
        var reached = new HashSet<string>();
        var queue = new Queue<CompiledActivity>([start]);
        while (queue.TryDequeue(out var at))
        {
            if (stop?.Invoke(at) != true && reached.Add(at.Id))
            {
                foreach (var connection in at.Outbound)
                {
                    queue.Enqueue(chart.Activities[connection.To]);
                }
            }
        }

        return reached;
    }

    private void Add(ProblemSeverity severity, string code, ActivityNode node, params string[] args) =>
        _problems.Add(new Problem(severity, code, node.Path, node.Id, args));
}
