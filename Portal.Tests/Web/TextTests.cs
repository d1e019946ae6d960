using System.Globalization;
using Portal.Web.Texts;
using Portal.Workflows;
using Portal.Workflows.Activities;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Tests.Web;

public class TextTests
{
    [Fact]
    public void A_step_that_somebody_renamed_bears_its_new_name_in_English_too()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
            var t = new Localizer(new TextCatalogue());
            var (title, instructions) = ShippedProcesses.WordsOf("field-trip", "review")!.Value;
            Assert.NotEqual(title, t.Step("field-trip", "review", title));
            Assert.Equal("Phó Trưởng Ban xem trước", t.Step("field-trip", "review", "Phó Trưởng Ban xem trước"));
            Assert.NotEqual(instructions, t.Instructions("field-trip", "review", instructions));
            Assert.Equal("Xem kỹ phần kinh phí.", t.Instructions("field-trip", "review", "Xem kỹ phần kinh phí."));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_notice_names_a_shipped_step_in_the_language_of_its_reader()
    {
        var texts = new TextCatalogue();
        var steps = ShippedProcesses.Definitions()
            .SelectMany(d => new CompiledDefinition(WorkflowDefinition.Read(d.Json)).All.Select(s => (d.Key, Step: s)))
            .Where(s => s.Step.FixedSpec is not null).ToList();
        Assert.True(steps.Count > 60);
        Assert.All(steps, s =>
        {
            var title = ShippedProcesses.WordsOf(s.Key, s.Step.Id)!.Value.Title;
            var told = ShippedProcesses.TitleOf(s.Key, s.Step.Id, title);
            Assert.Equal(title, texts.InVietnamese(told));
            Assert.NotEqual(told.Key, told.In(texts.English));
            Assert.Null(ShippedProcesses.TitleOf(s.Key, s.Step.Id, title + " lại").Key);
        });
    }

    [Fact]
    public void Every_pattern_every_automatic_activity_and_every_kind_of_incident_has_its_words()
    {
        var texts = new TextCatalogue();
        string[] keys =
        [
            .. Enum.GetNames<Pattern>().SelectMany(p => new[] { $"pattern.{p}", $"pattern-titles.{p}" }),
            .. Catalogue.All.Where(a => a is not UserTaskActivity).Select(a => $"activity.{a.Name}"),
            .. new[] { "Fault", "UnknownActivity", "EndlessLoop", "Stuck", IncidentKinds.NoAssignee, IncidentKinds.TimeRefused,
            IncidentKinds.NotDispatched }.Select(k => $"incident.{k}"),
        ];
        Assert.Empty(keys.Where(k => !texts.Vietnamese.ContainsKey(k) || !texts.English.ContainsKey(k)));
    }
}
