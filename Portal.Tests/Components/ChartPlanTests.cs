using CsCheck;
using Portal.Web.Shared.Diagrams;
using Portal.Workflows;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Tests.Components;

/// <summary>Drawings of flowcharts: every line at right angles and behind no box, wherever the boxes stand.</summary>
public class ChartPlanTests
{
    public static TheoryData<string> Shipped => [.. ShippedProcesses.Definitions().Select(d => d.Key)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_shipped_ones_are_laid_out_so_that_no_line_is_behind_a_box_nor_over_another_ones_words(string key)
    {
        foreach (var chart in Charts(new CompiledDefinition(Read(key))))
        {
            var plan = Plan(chart);
            Holds(plan);
            var said = plan.Lines.Where(l => l.Words.Length > 0).ToList();
            Assert.All(said, line => Assert.DoesNotContain(said, other => other != line && other.WordsAt == line.WordsAt));
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Laid_out_anew_it_is_as_broad_as_a_page_and_keeps_what_people_placed(string key)
    {
        var before = Read(key);
        var placed = DefinitionEditor.Move(before, [new CompiledDefinition(before).Root.Chart!.Activities.Keys.Last()], 317, 233);
        var after = new CompiledDefinition(DefinitionEditor.Arrange(placed, all: false));
        var kept = after.Root.Chart!.Activities.Values.Last();
        Assert.Equal(new CompiledDefinition(placed).Root.Chart!.Activities.Values.Last().Node.Position, kept.Node.Position);
        foreach (var chart in Charts(after))
        {
            var plan = Plan(chart);
            Assert.All(plan.Steps, a => Assert.DoesNotContain(plan.Steps, b => a != b
                && Math.Abs(a.X - b.X) < ChartPlan.StepWidth && Math.Abs(a.Y - b.Y) < ChartPlan.StepHeight));
            Holds(plan);
        }

        var whole = Plan(new CompiledDefinition(DefinitionEditor.Arrange(placed, all: true)).Root.Chart!);
        Assert.True(whole.Steps.Count < 12 || whole.Width < whole.Height * 4, $"{whole.Width} × {whole.Height}");
        Assert.False(DefinitionEditor.HasPlaced(new CompiledDefinition(DefinitionEditor.Arrange(placed, all: true))));
    }

    // A grid with room between its boxes, and some moved anywhere that is free: also the lines that were kept from before the move.
    [Theory]
    [MemberData(nameof(Shipped))]
    public void Wherever_people_put_the_steps_lines_lead_around_the_boxes(string key) =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[-4, 12], Gen.Int[-4, 12]).Array[1, 6].Sample(moves =>
        {
            var definition = Read(key);
            var plan = Plan(new CompiledDefinition(definition).Root.Chart!);
            foreach (var (which, column, row) in moves)
            {
                var chart = new CompiledDefinition(definition).Root.Chart!;
                var step = chart.Activities.Values.ElementAt(which % chart.Activities.Count);
                var (x, y) = (column * 290.0, row * 120.0);
                if (chart.Activities.Values.Any(a => a != step && Math.Abs(a.Node.Position!.Value.X - x) < ChartPlan.StepWidth + 34
                    && Math.Abs(a.Node.Position!.Value.Y - y) < ChartPlan.StepHeight + 34))
                {
                    continue;
                }

                definition = DefinitionEditor.Move(
                    definition, [step.Path], x - step.Node.Position!.Value.X, y - step.Node.Position!.Value.Y);
                plan = Plan(new CompiledDefinition(definition).Root.Chart!, plan);
                Holds(plan);
            }
        }, iter: 25);

    private static void Holds(ChartPlan plan)
    {
        foreach (var line in plan.Lines)
        {
            for (var i = 1; i < line.Points.Count; i++)
            {
                var (a, b) = (line.Points[i - 1], line.Points[i]);
                Assert.True(a.X == b.X || a.Y == b.Y, $"{line.From} → {line.To} is aslant");
                var behind = plan.Steps.Where(s =>
                    Math.Min(a.X, b.X) < s.X + ChartPlan.StepWidth && Math.Max(a.X, b.X) > s.X
                    && Math.Min(a.Y, b.Y) < s.Y + ChartPlan.StepHeight && Math.Max(a.Y, b.Y) > s.Y);
                Assert.True(!behind.Any(), $"{line.From} → {line.To} ({line.Port}) is behind {behind.FirstOrDefault()?.Activity.Id}");
            }
        }
    }

    private static IEnumerable<FlowGraph> Charts(CompiledDefinition definition) => new[] { definition.Root.Chart }
        .Concat(definition.All.Select(a => a.Chart)).OfType<FlowGraph>().Where(c => c.Activities.Count > 0).Distinct();

    private static ChartPlan Plan(FlowGraph chart, ChartPlan? before = null) => ChartPlan.Of(chart, (_, port) => port, before: before);

    private static WorkflowDefinition Read(string key) =>
        WorkflowDefinition.Read(ShippedProcesses.Definitions().First(d => d.Key == key).Json);
}
