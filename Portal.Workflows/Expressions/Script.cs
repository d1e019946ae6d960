using System.Collections.Concurrent;
using Acornima.Ast;
using Jint;
using JsEngine = Jint.Engine;

namespace Portal.Workflows.Expressions;

/// <summary>A script, parsed: what it takes from outside of itself is known before it runs. Immutable; parsed once.</summary>
internal sealed class Script
{
    private const int MaxKept = 2_000;

    private static readonly ScriptPreparationOptions Options = new()
    {
        ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true },
        CollectReferencedGlobals = true,
    };

    private static readonly ConcurrentDictionary<string, Script> Kept = new();

    private readonly HashSet<string> _optional = [];

    private Script(Prepared<Acornima.Ast.Script> prepared)
    {
        Prepared = prepared;
        Globals = [.. prepared.ReferencedGlobals!];
        new Reader(this).Visit(prepared.Program!);
    }

    public Prepared<Acornima.Ast.Script> Prepared { get; }

    /// <summary>Names that it reads or calls and does not declare.</summary>
    public IReadOnlyCollection<string> Globals { get; }

    /// <summary>Those of them without which it fails: neither assigned by itself nor asked for with <c>typeof</c>.</summary>
    public IEnumerable<string> NeededGlobals => Globals.Where(g => !_optional.Contains(g));

    /// <summary>Variables of the workflow that it names: <c>variables.X</c>, <c>getVariable('X')</c>, <c>setVariable('X', …)</c>.</summary>
    public HashSet<string> Variables { get; } = [];

    /// <summary>Inputs that it names: <c>getInput('X')</c>.</summary>
    public HashSet<string> Inputs { get; } = [];

    /// <summary>Activities that it names: <c>getOutputFrom('x', …)</c>.</summary>
    public HashSet<string> Activities { get; } = [];

    /// <exception cref="ScriptPreparationException">It is no script.</exception>
    public static Script Of(string source)
    {
        if (!Kept.TryGetValue(source, out var script))
        {
            script = new Script(JsEngine.PrepareScript(source, options: Options));
            if (Kept.Count < MaxKept)
            {
                Kept[source] = script;
            }
        }

        return script;
    }

    private sealed class Reader(Script script) : Acornima.AstVisitor
    {
        protected override object? VisitMemberExpression(MemberExpression node)
        {
            if (node.Object is Identifier { Name: "variables" } && NameOf(node) is { } name)
            {
                script.Variables.Add(name);
            }

            return base.VisitMemberExpression(node);
        }

        protected override object? VisitCallExpression(CallExpression node)
        {
            if (node.Callee is Identifier { Name: var called } && node.Arguments is [StringLiteral { Value: var named }, ..])
            {
                (called switch
                {
                    "getVariable" or "setVariable" => script.Variables,
                    "getInput" => script.Inputs,
                    "getOutputFrom" => script.Activities,
                    _ => null,
                })?.Add(named);
            }

            return base.VisitCallExpression(node);
        }

        protected override object? VisitAssignmentExpression(AssignmentExpression node)
        {
            if (node.Left is Identifier { Name: var name } && node.Operator == Acornima.Operator.Assignment)
            {
                script._optional.Add(name);
            }

            return base.VisitAssignmentExpression(node);
        }

        protected override object? VisitUnaryExpression(UnaryExpression node)
        {
            if (node is { Operator: Acornima.Operator.TypeOf, Argument: Identifier { Name: var name } })
            {
                script._optional.Add(name);
            }

            return base.VisitUnaryExpression(node);
        }

        private static string? NameOf(MemberExpression node) => node.Property switch
        {
            Identifier { Name: var name } when !node.Computed => name,
            StringLiteral { Value: var name } when node.Computed => name,
            _ => null,
        };
    }
}
