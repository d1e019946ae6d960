using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Web.Operations.Authoring;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows;

/// <summary>A wait by the calendar: picked, stored as Elsa has it, read back, and its next times in hours of Viet Nam.</summary>
public class ScheduleTests
{
    private const string Step = "wait";

    [Theory]
    [InlineData("0 8 * * 1", "2026-11-30 08:00, 2026-12-07 08:00, 2026-12-14 08:00")]
    [InlineData("30 16 25 * *", "2026-12-25 16:30, 2027-01-25 16:30, 2027-02-25 16:30")]
    [InlineData("0 0 29 2 *", "2028-02-29 00:00, 2032-02-29 00:00, 2036-02-29 00:00")]
    [InlineData("0 30 7 1 1 *", "2027-01-01 07:30, 2028-01-01 07:30, 2029-01-01 07:30")]
    [InlineData("mỗi thứ hai", "")]
    [InlineData("", "")]
    [InlineData("0 0 31 2 *", "")]
    public void The_next_three_times_are_those_of_the_office(string schedule, string times)
    {
        var now = VietnamTime.ToUtc(new DateTime(2026, 11, 29, 20, 0, 0));
        Assert.Equal(times, string.Join(", ", CronTimes.Next(schedule, now, 3).Select(
            t => VietnamTime.ToLocal(t).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Whatever_it_waited_for_before_it_waits_for_what_is_picked_and_nothing_of_the_other_stays()
    {
        var definition = WorkflowDefinition.Read("""
            {"id":"d","definitionId":"d","root":{"id":"f","type":"Elsa.Flowchart","activities":[
              {"id":"wait","type":"Elsa.Delay","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"05:00:00"}}}],
             "connections":[]}}
            """);
        (string Until, string Name, string Value, string Type, string Input)[] picks =
        [
            ("Schedule", "cron", "0 8 * * 1", "Elsa.Cron", "cronExpression"), ("Hours", "hours", "5", "Elsa.Delay", "timeSpan"),
            ("Day", "day", "2026-12-01", "Elsa.StartAt", "dateTime"), ("Schedule", "cron", "0 7 * * *", "Elsa.Cron", "cronExpression"),
        ];
        foreach (var pick in picks)
        {
            var form = Open(definition);
            (form["title"], form["until"], form[pick.Name]) = ("Chờ", pick.Until, pick.Value);
            var read = AutomaticForm.Read(form, new CompiledDefinition(definition), Of(definition));
            Assert.True(read.IsSuccess, string.Join(';', read.Refusal?.Fields ?? []));
            definition = DefinitionEditor.SetAutomatic(definition, Step, read.Value);
            var activity = definition.AllActivities.Single(a => a.Id == Step);
            Assert.Equal(pick.Type, activity.Type);
            Assert.Equal(
                [pick.Input], new[] { "timeSpan", "dateTime", "cronExpression" }.Where(n => activity.Json[n] is not null));
            var shown = Open(definition);
            Assert.Equal((pick.Until, pick.Value), ((string?)shown["until"], shown[pick.Name]?.ToString()));
        }

        var wrong = Open(definition);
        (wrong["until"], wrong["cron"]) = ("Schedule", "mỗi thứ hai");
        Assert.Equal(
            ("cron", "Design.BadSchedule"),
            Assert.Single(AutomaticForm.Read(wrong, new CompiledDefinition(definition), Of(definition)).Refusal!.Fields
                .Select(f => (f.Path, f.Code))));
    }

    private static OutlineStep Of(WorkflowDefinition definition) =>
        Outline.Of(new CompiledDefinition(definition)).Single(s => s.Path == Step);

    private static JsonObject Open(WorkflowDefinition definition) =>
        AutomaticForm.Open(new CompiledDefinition(definition), Of(definition));
}
