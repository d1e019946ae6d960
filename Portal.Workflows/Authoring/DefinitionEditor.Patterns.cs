using System.Text.Json.Nodes;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Authoring;

/// <content>The usual patterns of steps.</content>
public static partial class DefinitionEditor
{
    /// <summary>Puts one of the usual patterns on the connection of an outcome: the outcome leads to it, and it on to where that
    /// led.</summary>
    /// <param name="afterPath">The step before.</param>
    /// <param name="port">Its outcome.</param>
    /// <param name="title">Titles of the steps it is made of; what is not named is called by the last of them.</param>
    public static (WorkflowDefinition Definition, string Path) Insert(
        WorkflowDefinition definition, string afterPath, string port, Pattern pattern, params string[] title)
    {
        var first = "";
        var changed = Change(definition, root =>
        {
            var (chart, before) = Find(root, afterPath);
            var next = NextOf(chart, Text(before, "id"), port);
            first = new PatternPlace(root, chart, before, next, title).Put(pattern);
            Lead(chart, Text(before, "id")!, [], [(port, first)]);
        });
        return (changed, ChartPath(afterPath) + first);
    }

    /// <summary>The place in a chart where a pattern is put. Each pattern gives the id of its first step.</summary>
    /// <param name="next">Where the pattern leads on to; null when it leads nowhere.</param>
    private sealed class PatternPlace(JsonObject root, JsonObject chart, JsonObject before, string? next, string[] titles)
    {
        public string Put(Pattern pattern) => pattern switch
        {
            Pattern.Approval => PutApproval(),
            Pattern.Decision => PutDecision(),
            Pattern.Parallel => PutParallel(),
            Pattern.Wait => PutWait(),
            Pattern.Notice => PutNotice(),
            Pattern.OtherProcess => PutOtherProcess(),
            _ => PutStep(),
        };

        private string PutStep()
        {
            var step = Add(NewStep(0), 0.5);
            Lead(chart, step, [], [("Done", next)]);
            return step;
        }

        private string PutApproval()
        {
            var step = NewStep(0);
            var id = Add(step, 0.5);
            Object(step, "actionDefinitions", new JsonArray(
                new JsonObject { ["key"] = "Approve", ["label"] = "Duyệt" },
                new JsonObject { ["key"] = "Return", ["label"] = "Trả lại", ["commentRequired"] = true },
                new JsonObject { ["key"] = "Reject", ["label"] = "Không duyệt", ["commentRequired"] = true }));

            // whoever asks for something does not approve it.
            Object(step, "excludedUsers", new JsonArray("initiator"));
            Lead(chart, id, [], [("Approve", next), ("Return", Text(before, "id")), ("Reject", FindOrAddEnd())]);
            return id;
        }

        private string FindOrAddEnd() =>
            Activities(chart).OfType<JsonObject>().FirstOrDefault(a => Text(a, "type") == "Elsa.Finish") is { } end
                ? Text(end, "id")!
                : Add(New("Elsa.Finish", "ketThuc", 1), 2);

        private string PutDecision()
        {
            var decision = Add(
                New(AutomaticSettings.Decision, "dieuKien", 0, ("condition", Input("Boolean", "JavaScript", "return true;"))), 0.5);
            Lead(chart, decision, [], [("True", next), ("False", next)]);
            return decision;
        }

        private string PutParallel()
        {
            var fork = Add(
                New(AutomaticSettings.Fork, "chiaNhanh", 2, ("branches", Input("String[]", "Object", """["A","B"]"""))), 0.5);
            var one = Add(NewStep(0), 1);
            var two = Add(NewStep(1), 1, rows: 2);
            var join = Add(New(AutomaticSettings.Join, "cho", 3, ("mode", Input("FlowJoinMode", "Literal", "WaitAll"))), 2);
            Lead(chart, fork, [], [("A", one), ("B", two)]);
            Lead(chart, one, [], [("Done", join)]);
            Lead(chart, two, [], [("Done", join)]);
            Lead(chart, join, [], [("Done", next)]);
            return fork;
        }

        private string PutWait()
        {
            var wait = Add(New(AutomaticSettings.Delay, "choDen", 0, ("timeSpan", Input("TimeSpan", "Literal", "1.00:00:00"))), 0.5);
            Lead(chart, wait, [], [("Done", next)]);
            return wait;
        }

        private string PutNotice()
        {
            var notice = New(
                AutomaticSettings.Notify,
                "thongBao",
                0,
                ("to", Input("Object", "Object", """["groupLead"]""")),
                ("kind", Input("String", "Literal", "Changed")));
            var id = Add(notice, 0.5);
            Lead(chart, id, [], [("Done", next)]);
            return id;
        }

        private string PutOtherProcess()
        {
            var dispatch = New(
                AutomaticSettings.Dispatch,
                "moHoSo",
                0,
                ("workflowDefinitionId", Input("String", "Literal", "")),
                ("waitForCompletion", Input("Boolean", "Literal", "true")));
            var id = Add(dispatch, 0.5);
            Lead(chart, id, [], [("Done", next)]);
            return id;
        }

        private JsonObject NewStep(int title) => DefinitionEditor.NewStep(FreeId(root, "buoc"), Title(title), 0, 0);

        private JsonObject New(string type, string idPrefix, int title, params (string Name, JsonObject Input)[] inputs) =>
            NewActivity(type, FreeId(root, idPrefix), Title(title), inputs);

        private string Title(int index) => titles[Math.Min(index, titles.Length - 1)];

        // So many steps to the right of the step before, and below it.
        private string Add(JsonObject step, double columns, int rows = 1)
        {
            var at = Position(before);
            PlaceFree(chart, step, at.X + (columns * StepWidth), at.Y + (rows * StepHeight));
            Activities(chart).Add((JsonNode)step);
            return Text(step, "id")!;
        }
    }
}
