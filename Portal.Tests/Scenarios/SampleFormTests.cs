using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Authoring;
using Portal.Web.Operations.Forms;
using Portal.Web.Processes;
using Portal.Workflows;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Tests.Scenarios;

/// <summary>
/// Section 7.1, "Chạy thử": sample data stands for what people would type, so that a definition is walked by its answers.
/// </summary>
public class SampleFormTests
{
    private const int MostSteps = 40;

    /// <summary>Processes with the steps that are answered at least when everybody presses the usual answer.</summary>
    public static TheoryData<string, int> Walked => new()
    {
        { "field-trip", 6 },
        { "monthly-trip-plan", 2 },
        { "meeting-attendance", 5 },
        { "monthly-area-report", 2 },
        { "leader-task", 3 },
        { "regulation-feedback", 2 },
        { "review-suggestion-annual", 3 },
        { "review-suggestion-adhoc", 3 },
        { "review-suggestion-area", 3 },
    };

    private static Func<string, string> Words => path => $"{path}: nội dung mẫu để chạy thử";

    [Fact]
    public async Task Every_form_of_every_shipped_step_is_filled_so_that_it_passes_its_rules()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (processes, context) = (portal.Services.GetRequiredService<ProcessCatalogue>(),
            await portal.Operations.ContextAsync(portal.Person(Trips.Lead)));
        var choices = FormChoices.Of(context, null, wholeCommittee: false, areasAreFixed: false) with
        {
            AreaKinds = [new Option("XA", "Xã")],
            ComparableGroups = [new Option("Xã", "Xã")],
            Items = new Dictionary<string, IReadOnlyList<FormItem>> { ["item"] = [new FormItem(1, "Mục kế hoạch", "")] },
        };
        var (tried, wrong) = (0, new List<string>());
        foreach (var (key, json) in ShippedProcesses.Definitions().Select(d => (d.Key, d.Json)))
        {
            foreach (var spec in new CompiledDefinition(WorkflowDefinition.Read(json)).All.Select(a => a.FixedSpec).OfType<UserTaskSpec>())
            {
                foreach (var form in spec.Actions.Select(a => a.Form).Append(spec.Form).OfType<string>().Distinct())
                {
                    if (processes.Form(form) is not { } found)
                    {
                        continue;
                    }

                    var schema = (form == spec.Form ? found.With(spec.RequiredFields, spec.HiddenFields) : found).Without(FieldKind.Files);
                    var filled = await new SampleForm(schema, new SampleValues(choices, context, Words)).FillAsync([]);
                    tried++;
                    if (schema.Check((JsonObject)filled.DeepClone()) is { } refusal)
                    {
                        wrong.Add($"{key} {form}: {Told(refusal)} {filled.ToJsonString()}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {tried}\n{string.Join('\n', wrong)}");
        Assert.True(tried > 50);
    }

    [Theory]
    [MemberData(nameof(Walked))]
    public async Task A_definition_is_walked_by_pressing_the_usual_answers(string key, int least)
    {
        await using var portal = await TestPortal.CreateAsync();
        var (runs, modules, processes) = (portal.Services.GetRequiredService<DryRuns>(),
            portal.Services.GetRequiredService<ProcessModules>(), portal.Services.GetRequiredService<ProcessCatalogue>());
        var start = (await runs.OpenAsync(portal.Person("S06"), $"{key}-v1", portal.Now)).Value;
        var run = start.Run;
        var way = new List<string>();
        await BeginAsync(runs, modules, processes, start, way);
        for (var i = 0; i < MostSteps && run.Open.FirstOrDefault(t => !t.IsOptional) is { } task; i++)
        {
            var person = task.Assignees.First(a => a.IsOpen).PersonId;
            var (context, file) = (run.ContextOf(person), run.Cases.First(c => c.Case.Id == task.CaseId));
            var view = await DryRuns.ViewAsync(run, file);
            var (spec, actions) = await run.StepAsync(task, person);
            var (action, fields) = (actions[0], actions[0].Form is null ? spec.Fields : []);
            var schema = processes.Form(action.Form ?? spec.Form)?.With(spec.RequiredFields, spec.HiddenFields).Without(FieldKind.Files);
            var values = new SampleValues(modules.ChoicesOf(view, context), context, Words);
            var extra = fields.Count == 0 ? null : SampleForm.Extra(fields, [], values);
            var form = schema is null ? [] : await new SampleForm(schema, values).FillAsync(
                processes.Known(schema.Key, context, view, task.Item),
                f => run.WhyNotAsync(() => run.AnswerAsync(task, person, new Submission(action.Key, f, extra))));
            var done = await run.AnswerAsync(task, person, new Submission(action.Key, form, extra));
            way.Add($"{task.StepId}.{action.Key} ({person}) {Told(done.Refusal)}");
            Assert.True(done.IsSuccess, $"{string.Join("\n", way)}\n{form.ToJsonString()}");
        }

        Assert.True(way.Count >= least, string.Join("\n", way));
    }

    [Fact]
    public async Task The_same_day_gives_the_same_sample_and_what_stands_there_stays()
    {
        await using var portal = await TestPortal.CreateAsync();
        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Member));
        var values = new SampleValues(FormChoices.Of(context, null, false, false), context, Words);
        var schema = portal.Services.GetRequiredService<ProcessCatalogue>().Form("trip-notice")!;
        var given = new JsonObject { ["place"] = "Nhà văn hóa thôn" };
        var (one, other) = (await new SampleForm(schema, values).FillAsync(given), await new SampleForm(schema, values).FillAsync(given));
        Assert.Equal(one.ToJsonString(), other.ToJsonString());
        Assert.Equal("Nhà văn hóa thôn", (string?)one["place"]);
        Assert.Single(given);
        var departs = DateTime.Parse((string)one["departsAt"]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(departs > portal.Local && context.Calendar.IsWorking(DateOnly.FromDateTime(departs)));
    }

    [Fact]
    public async Task Fields_of_ones_own_are_filled_in_as_they_ask()
    {
        await using var portal = await TestPortal.CreateAsync();
        var context = await portal.Operations.ContextAsync(portal.Person(Trips.Member));
        var values = new SampleValues(FormChoices.Of(context, null, false, false), context, Words);
        ExtraField[] fields =
        [
            .. new[] { "text", "longText", "number", "date", "choice", "yesNo", "person", "area" }.Select(k =>
                new ExtraField { Name = k, Label = k, Kind = k, Required = true, Options = ["Một", "Hai"] }),
            .. ExtraFields.Formats.Select(f => new ExtraField { Name = f, Label = f, Required = true, Format = f }),
            new() { Name = "later", Label = "Sau", Kind = "date", Required = true, Min = "2027-01-10" },
            new() { Name = "before", Label = "Trước", Kind = "date", Required = true, Max = "2026-01-10" },
            new() { Name = "long", Label = "Dài", Required = true, Min = "60", Max = "70" },
            new() { Name = "short", Label = "Ngắn", Required = true, MaxLength = 5 },
            new() { Name = "digitsLong", Label = "Số", Required = true, Format = "digits", Min = "12" },
            new() { Name = "many", Label = "Số lượng", Kind = "number", Required = true, Min = "5" },
            new() { Name = "free", Label = "Không bắt buộc" },
        ];
        var extra = SampleForm.Extra(fields, [], values);
        Assert.Empty(ExtraFields.Check(fields, extra, (kind, id) =>
            kind == "area" ? context.Directory.Area(id) is not null : context.Directory.Person(id) is not null));
        Assert.Null(extra["free"]);
    }

    private static async Task BeginAsync(
        DryRuns runs, ProcessModules modules, ProcessCatalogue processes, DryRunStart start, List<string> way)
    {
        var run = start.Run;
        if (start.ByCalendar)
        {
            Assert.True((await run.OpenByCalendarAsync(
                start.ProcessKey, start.ProcessKey == AreaReports.Process ? AreaReports.Area : "N03")).IsSuccess);
            return;
        }

        var person = runs.Starters(start, "A017")[0];
        var (context, action) = (run.ContextOf(person), start.First.Actions[0]);
        var schema = processes.Form(start.First.Form)!.With(start.First.RequiredFields, start.First.HiddenFields).Without(FieldKind.Files);
        var values = new SampleValues(modules.ChoicesToStart(start.ProcessKey, context), context, Words);
        var form = await new SampleForm(schema, values).FillAsync(
            processes.KnownToStart(start.ProcessKey, schema.Key, context),
            f => run.WhyNotAsync(() => run.StartAsync(start.ProcessKey, person, new Submission(action.Key, f, null))));
        var done = await run.StartAsync(start.ProcessKey, person, new Submission(action.Key, form, null));
        way.Add($"start {person} {Told(done.Refusal)}");
        Assert.True(done.IsSuccess, $"{way[^1]} {form.ToJsonString()}");
    }

    private static string Told(Refusal? refusal) =>
        refusal is null ? "" : $"{refusal.Code} {string.Join("; ", refusal.Fields.Select(f => $"{f.Path} {f.Code}"))}";
}
