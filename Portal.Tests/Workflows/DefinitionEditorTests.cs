using System.Text.Json.Nodes;
using CsCheck;
using Portal.Workflows;
using Portal.Web.Operations.Authoring;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Tests.Workflows;

/// <summary>Changes of a definition: what is meant changes, all else stays, and nothing leaves a document that cannot be read.</summary>
public class DefinitionEditorTests
{
    public static TheoryData<string> Shipped { get; } = [.. ShippedProcesses.Definitions().Select(d => d.Key)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Settings_that_are_read_and_put_back_change_nothing(string key)
    {
        var definition = Read(key);
        foreach (var step in Outline.Of(new CompiledDefinition(definition)).Where(s => s.Settings is not null))
        {
            Assert.Equal(definition.Write(), DefinitionEditor.SetStep(definition, step.Path, step.Settings!).Write());
        }
    }

    [Fact]
    public void Each_setting_is_stored_and_said_in_a_difference()
    {
        var definition = Read("leader-task");
        var before = Step(definition, "review").Settings!;
        var after = before with
        {
            Title = "Xem xét báo cáo",
            Instructions = "Đối chiếu với nội dung giao",
            Who = ["initiator", "head"],
            Due = before.Due! with { WorkingDays = "2" },
            Reminders = ["-1", "-2h"],
            OnTimeout = new TimeoutRule { Do = "escalate", To = ["head"] },
            LegalBasis = ["Đ5.7", "Đ4.1-2"],
            Outcomes = [.. before.Outcomes.Take(1), before.Outcomes[1] with { Label = "Trả lại báo cáo", To = "accept" },
                new StepOutcome("Hold", "Để sau", true, "review")],
            Fields = [new ExtraField { Name = "score", Label = "Điểm", Kind = "number", Required = true }],
        };
        var changed = DefinitionEditor.SetStep(definition, "review", after);
        var now = Step(WorkflowDefinition.Read(changed.Write()), "review").Settings!;
        Assert.Equivalent(after, now, strict: true);

        var said = DefinitionDifference.Between(definition, changed)
            .Where(d => d.Path == "review")
            .ToDictionary(d => $"{d.Code} {d.After}", d => d.Before);
        Assert.Equal("Xem báo cáo nhiệm vụ", said["Title Xem xét báo cáo"]);
        Assert.Equal("Trip.ReviewDays wd", said["Due 2 wd"]);
        Assert.Equal("initiator", said["Who initiator, head"]);
        Assert.Contains("FieldAdded Điểm (number, *)", said.Keys);
        Assert.Contains("OutcomeAdded Để sau (*)", said.Keys);
        Assert.Contains(said.Keys, k => k.StartsWith("OutcomeRemoved", StringComparison.Ordinal));
        Assert.Contains("Leads Trả lại báo cáo → Nhận nhiệm vụ", said.Keys);
        Assert.Empty(DefinitionDifference.Between(changed, changed));

        // What an outcome had beside the plain settings stays with it.
        Assert.Contains("\\\"bulk\\\":true", changed.Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_is_put_in_between_doubled_and_taken_out_again()
    {
        var definition = Read("leader-task");
        var (inserted, path) = DefinitionEditor.Insert(definition, "work", "Report", Pattern.Step, "Kiểm tra báo cáo");
        var step = Step(inserted, path);
        Assert.Equal(("Kiểm tra báo cáo", "review"), (step.Title, step.Leads.Single(l => l.Port == "Done").To));
        Assert.Equal(path, Step(inserted, "work").Leads.Single(l => l.Port == "Report").To);
        Assert.DoesNotContain(Check(inserted), p => p.Severity == ProblemSeverity.Error);
        Assert.Contains(DefinitionDifference.Between(definition, inserted), d => d is { Code: "Added", Step: "Kiểm tra báo cáo" });

        var removed = DefinitionEditor.Remove(inserted, path);
        Assert.Equal("review", Step(removed, "work").Leads.Single(l => l.Port == "Report").To);
        Assert.Empty(DefinitionDifference.Between(definition, removed));

        var (doubled, copy) = DefinitionEditor.Duplicate(definition, "work");
        Assert.Equivalent(
            Step(definition, "work").Settings! with { Outcomes = [] }, Step(doubled, copy).Settings! with { Outcomes = [] }, strict: true);
        Assert.Contains(Check(doubled), p => p.Code == "Unreachable" && p.ActivityId == copy);
    }

    [Fact]
    public void A_step_is_moved_to_another_place_and_back()
    {
        var definition = Read("leader-task");
        var (inserted, path) = DefinitionEditor.Insert(definition, "work", "Report", Pattern.Step, "Kiểm tra báo cáo");
        var review = Step(inserted, "review").Settings!.Outcomes[0];
        var moved = DefinitionEditor.MoveAfter(inserted, path, "review", review.Key);
        Assert.Equal("review", Step(moved, "work").Leads.Single(l => l.Port == "Report").To);
        Assert.Equal(path, Step(moved, "review").Leads.Single(l => l.Port == review.Key).To);
        Assert.Equal(review.To, Step(moved, path).Leads.Single(l => l.Port == "Done").To);
        Assert.DoesNotContain(Check(moved), p => p.Severity == ProblemSeverity.Error && p.Code != "GuardMissing");
        Assert.Empty(DefinitionDifference.Between(inserted, DefinitionEditor.MoveAfter(moved, path, "work", "Report")));

        // To where it is already: nothing changes. A copy that is not connected yet gets its first outcome connected.
        Assert.Empty(DefinitionDifference.Between(inserted, DefinitionEditor.MoveAfter(inserted, path, "work", "Report")));
        var (doubled, copy) = DefinitionEditor.Duplicate(definition, "review");
        var placed = DefinitionEditor.MoveAfter(doubled, copy, "work", "Report");
        Assert.Equal(copy, Step(placed, "work").Leads.Single(l => l.Port == "Report").To);
        Assert.Equal("review", Step(placed, copy).Leads.Single(l => l.Port == review.Key).To);

        var meeting = Read("meeting-attendance");
        var inner = Outline.Of(new CompiledDefinition(meeting)).First(s => s is { Depth: > 0, Settings: not null });
        Assert.Throws<KeyNotFoundException>(() => DefinitionEditor.MoveAfter(meeting, inner.Path, "nominate", "Submit"));
    }

    [Fact]
    public void Steps_inside_a_loop_are_changed_like_others()
    {
        var definition = Read("meeting-attendance");
        var inner = Outline.Of(new CompiledDefinition(definition)).First(s => s is { Depth: > 0, Settings: not null });
        var (inserted, path) = DefinitionEditor.Insert(definition, inner.Path, inner.Settings!.Outcomes[0].Key, Pattern.Step, "Xem thêm");
        Assert.StartsWith(inner.Path[..inner.Path.LastIndexOf('/')] + "/", path, StringComparison.Ordinal);
        Assert.Equal(1, Step(inserted, path).Depth);
        var moved = DefinitionEditor.Move(inserted, [path], 12.4, -30);
        var before = new CompiledDefinition(inserted).At(path)!.Node.Position!.Value;
        Assert.Equal(
            (before.X + 12, before.Y - 30),
            new CompiledDefinition(moved).Definition.AllActivities.Single(a => a.Id == path.Split('/')[^1]).Position);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Any_row_of_changes_leaves_a_document_that_is_read_and_keeps_what_is_not_understood(string key) =>
        Gen.Int[0, 1_000_000].Array[1, 12].Sample(moves =>
        {
            var json = (JsonObject)JsonNode.Parse(Shipment(key))!;
            json["laTruongLa"] = new JsonObject { ["x"] = 1 };
            ((JsonObject)json["root"]!["activities"]![1]!)["laO"] = "giữ";
            var definition = WorkflowDefinition.Read(json.ToJsonString());
            foreach (var move in moves)
            {
                var steps = Outline.Of(new CompiledDefinition(definition));
                var step = steps[move % steps.Count];
                var other = steps[move / 11 % steps.Count];
                definition = (move / 7 % 6) switch
                {
                    5 when step.Id != "start"
                        && other.Leads.Count > 0
                        && other.Path.LastIndexOf('/') == step.Path.LastIndexOf('/')
                        && (step.Depth == 0 || step.Path.Split('/')[0] == other.Path.Split('/')[0]) =>
                        DefinitionEditor.MoveAfter(definition, step.Path, other.Path, other.Leads[move % other.Leads.Count].Port),
                    0 when step.Leads.Count > 0 =>
                        DefinitionEditor.Insert(definition, step.Path, step.Leads[move % step.Leads.Count].Port, (Pattern)(move % 6),
                            $"Bước {move}").Definition,
                    1 => DefinitionEditor.Move(definition, [step.Path], move % 900, move % 500),
                    2 => DefinitionEditor.Duplicate(definition, step.Path).Definition,
                    3 when step.Settings is { } settings =>
                        DefinitionEditor.SetStep(
                            definition, step.Path, settings with { Title = $"Tên {move}", Due = new DueRule { WorkingDays = "3" } }),
                    _ when step.Depth == 0 && step.Id != "start" && step.Path != (string?)json["root"]!["activities"]![1]!["id"] =>
                        DefinitionEditor.Remove(definition, step.Path),
                    _ => definition,
                };
                definition = WorkflowDefinition.Read(definition.Write());
            }

            var written = JsonNode.Parse(definition.Write())!;
            Assert.Equal(1, (int)written["laTruongLa"]!["x"]!);
            Assert.Contains("\"laO\":\"giữ\"", definition.Write(), StringComparison.Ordinal);
            Check(definition);
            DefinitionEditor.Arrange(definition, moves[0] % 2 == 0);
        }, iter: 60);

    [Fact]
    public void A_step_that_is_left_when_time_has_run_out_leads_somewhere_and_tells_whom_it_told_when_it_stays_again()
    {
        var definition = WorkflowDefinition.Read(Shipment("leader-task"));
        var settings = Settings(definition);
        var told = settings with { OnTimeout = settings.OnTimeout with { Do = "escalate", To = ["head"] } };
        definition = DefinitionEditor.SetStep(definition, "accept", told);
        var form = StepForm.Open(Settings(definition));
        form["onTimeout"] = "leave";
        Assert.Equal(
            ("timeoutTarget", "Common.Required"),
            Assert.Single(StepForm.Read(form, Settings(definition)).Refusal!.Fields.Select(f => (f.Path, f.Code))));
        form["timeoutTarget"] = "work";
        var left = DefinitionEditor.SetStep(definition, "accept", StepForm.Read(form, Settings(definition)).Value);
        var step = new CompiledDefinition(left).Find("accept")!;
        Assert.True(step.FixedSpec!.EnableTimeoutOutcome);
        Assert.Equal("work", step.Outbound.Single(c => c.Port == "Timeout").To);

        var again = StepForm.Open(Settings(left));
        Assert.Equal("work", (string?)again["timeoutTarget"]);
        again["onTimeout"] = "escalate";
        var back = DefinitionEditor.SetStep(left, "accept", StepForm.Read(again, Settings(left)).Value);
        Assert.Equal(definition.Write(), back.Write());

        static StepSettings Settings(WorkflowDefinition of) =>
            Outline.Of(new CompiledDefinition(of)).Single(s => s.Path == "accept").Settings!;
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void No_step_that_is_put_in_doubled_or_moved_lies_on_another_one(string key) =>
        Gen.Int[0, 1_000_000].Array[1, 10].Sample(moves =>
        {
            var definition = WorkflowDefinition.Read(Shipment(key));
            foreach (var move in moves)
            {
                var steps = Outline.Of(new CompiledDefinition(definition));
                var step = steps[move % steps.Count];
                definition = (move / 7 % 3) switch
                {
                    0 => DefinitionEditor.Duplicate(definition, step.Path).Definition,
                    1 when steps.FirstOrDefault(s => s.Depth == 0 && s.Path != step.Path && s.Leads.Count > 0) is { } other
                        && step.Depth == 0 && step.Id != "start" =>
                        DefinitionEditor.MoveAfter(definition, step.Path, other.Path, other.Leads[0].Port),
                    _ when step.Leads.Count > 0 => DefinitionEditor.Insert(
                        definition, step.Path, step.Leads[move % step.Leads.Count].Port, (Pattern)(move % 7), "Bước").Definition,
                    _ => definition,
                };
            }

            foreach (var chart in definition.AllActivities.Where(a => a.IsFlowchart))
            {
                var boxes = chart.Activities.Select(a => (a.Id, Box: BoxOf(a))).ToList();
                Assert.Empty(boxes.SelectMany((one, i) => boxes.Skip(i + 1).Where(o => one.Box.IntersectsWith(o.Box)).Select(
                    o => $"{one.Id}, {o.Id}")));
            }
        }, iter: 40);

    private static System.Drawing.RectangleF BoxOf(ActivityNode activity)
    {
        var size = activity.Json["metadata"]?["designer"]?["size"];
        var (x, y) = activity.Position ?? default;
        return new((float)x, (float)y, (float?)size?["width"] ?? 180, (float?)size?["height"] ?? 68);
    }

    /// <summary>At least 100,000 documents broken in every way: a message or a reading, never a crash, and no time to speak of.</summary>
    [Fact]
    public void Hostile_documents_get_a_message()
    {
        const string small = """{"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"s","type":"Elsa.Start"},"""
            + """{"id":"u","type":"Portal.UserTask","assignment":["head"],"actionDefinitions":[{"key":"A"}]}],"connections":"""
            + """[{"source":{"activity":"s","port":"Done"},"target":{"activity":"u"}}]}}""";
        string[] documents = [.. ShippedProcesses.Definitions().Select(d => d.Json), small];
        string[] pieces = ["{", "}", "[", "]", "null", "\"", ",", ":", "-1e999", "true", "\\u0000", "{\"id\":\"s\"}", "\"activities\"",
            "\"type\":\"Elsa.Flowchart\"", new string('[', 200), "\"while(true){}\"",
            "{\"type\":\"JavaScript\",\"value\":\"process.exit()\"}"];
        Gen.Select(Gen.Int[0, small.Length - 1], Gen.Int[0, pieces.Length - 1], Gen.Int[0, 30]).Sample(t =>
        {
            var (at, piece, cut) = t;
            Try(small[..at] + pieces[piece] + small[Math.Min(small.Length, at + cut)..]);
        }, iter: 100_000, threads: 2);
        string[] nothings =
        [
            """ "actionDefinitions":[{"key":"A","who":null}] """, """ "actionDefinitions":[{"key":"A","label":null}] """,
            """ "onTimeout":{"do":"escalate","to":null} """,
            """ "fields":[{"name":"a","label":"b","options":null}] """, """ "due":[] """, """ "excludedUsers":[null] """,
        ];
        foreach (var nothing in nothings)
        {
            var broken = WorkflowDefinition.Read(small.Replace(
                """ "actionDefinitions":[{"key":"A"}] """.Trim(), nothing.Trim(), StringComparison.Ordinal));
            Assert.Contains(Check(broken), p => p.Code == "BadSettings");
        }

        foreach (var document in documents)
        {
            for (var i = 0; i < 20; i++)
            {
                Try(document[..(document.Length * i / 20)]);
                Try(document.Replace("\"type\":", $"\"type\":{(i % 2 == 0 ? "7" : "[]")},\"x{i}\":", StringComparison.Ordinal));
            }
        }

        Assert.Throws<DefinitionFormatException>(() => WorkflowDefinition.Read("""{"root":{"id":"a","type":"x","id":"b"}}"""));
        Assert.Throws<DefinitionFormatException>(() => WorkflowDefinition.Read(new string('[', 100_000)));
        Assert.Equal("Definition.TooLarge",
            Assert.Throws<DefinitionFormatException>(() => WorkflowDefinition.Read(new string(' ', WorkflowDefinition.MaxCharacters + 1)))
                .Code);
    }

    private static void Try(string text)
    {
        try
        {
            var definition = WorkflowDefinition.Read(text);
            Check(definition);
            Outline.Of(new CompiledDefinition(definition));
        }
        catch (DefinitionFormatException)
        {
            // Said with its place.
        }
    }

    [Fact]
    public void A_step_takes_another_form_and_the_check_says_where_its_outcomes_are_new_to_it()
    {
        var (definition, path) = DefinitionEditor.Insert(Read("field-trip"), "notice", "Submit", Pattern.Step, "Xem thêm");
        Assert.Equal("step-note", Step(definition, path).Settings!.Form);
        Assert.DoesNotContain(Check(definition), p => p.Code == "OutcomeNewToForm");

        var settings = Step(definition, path).Settings!;
        definition = DefinitionEditor.SetStep(definition, path, settings with { Form = "result-review" });
        Assert.Equal("result-review", Step(definition, path).Settings!.Form);
        var problem = Assert.Single(Check(definition), p => p.Code == "OutcomeNewToForm");
        Assert.Equal(["Hoàn thành", "result-review"], problem.Args);

        definition = DefinitionEditor.SetStep(
            definition, path, Step(definition, path).Settings! with { Outcomes = [settings.Outcomes[0] with { Key = "Acknowledge" }] });
        Assert.DoesNotContain(Check(definition), p => p.Code == "OutcomeNewToForm");
        Assert.Null(Step(DefinitionEditor.SetStep(definition, path, Step(definition, path).Settings! with { Form = null }), path)
            .Settings!.Form);
    }

    private static IReadOnlyList<Problem> Check(WorkflowDefinition definition) => DefinitionCheck.Run(definition, new CheckContext(
        new Portal.Workflows.Runtime.ProcessCatalogue(ShippedProcesses.All).Forms, new HashSet<string> { "Đ5.7", "Đ4.1-2" },
        new Dictionary<string, string>(), ShippedProcesses.Answers(definition.DefinitionId), new HashSet<string> { "own-a" }));

    private static OutlineStep Step(WorkflowDefinition definition, string path) =>
        Outline.Of(new CompiledDefinition(definition)).Single(s => s.Path == path);

    private static string Shipment(string key) => ShippedProcesses.Definitions().Single(d => d.Key == key).Json;

    private static WorkflowDefinition Read(string key) => WorkflowDefinition.Read(Shipment(key));
}
