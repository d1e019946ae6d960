using System.Text.Json.Nodes;
using CsCheck;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Expressions;

namespace Portal.Tests.Workflows;

/// <summary>Conditions by field, comparison and value: what is picked is what the script does, and the script is read back as what was
/// picked.</summary>
public class ConditionTests
{
    private static readonly ConditionField[] Fields =
    [
        new("Days", "Số ngày", ConditionKind.Number, []), new("AdHoc", "Đột xuất", ConditionKind.YesNo, []),
        new("Status", "Trạng thái", ConditionKind.Text, []),
        new("DepartsAt", "Giờ đi", ConditionKind.Day, []), new("notice.SoNguoi", "Số người", ConditionKind.Number, []),
        new("notice.NoiO", "Nơi ở", ConditionKind.Text, []),
        new("notice.CoXe", "Có xe", ConditionKind.YesNo, []), new("buoc-2.Ngay", "Ngày", ConditionKind.Day, []),
    ];

    private static readonly Gen<ConditionTerm> Term = Gen.Int[0, Fields.Length - 1].SelectMany(i => Gen.Select(
        Gen.Int[0, Condition.Comparisons(Fields[i].Kind).Count - 1].Select(c => Condition.Comparisons(Fields[i].Kind)[c]),
        Fields[i].Kind switch
        {
            ConditionKind.Number => Gen.Double[-1e6, 1e6].Select(d => d.ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
            ConditionKind.YesNo => Gen.Bool.Select(b => b ? "true" : "false"),
            ConditionKind.Day =>
                Gen.Date[new DateTime(2020, 1, 1), new DateTime(2040, 1, 1)]
                    .Select(d => d.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            _ => Gen.String[1, 40],
        },
        (comparison, value) => new ConditionTerm(Fields[i].Key, comparison, value)));

    [Fact]
    public void A_condition_is_read_back_as_it_was_picked_and_its_script_runs() =>
        Gen.Select(Gen.Bool, Term.List[1, 5]).Sample((any, terms) =>
        {
            var picked = new Condition(any && terms.Count > 1, terms);
            var script = picked.Write(Fields);
            var read = Condition.Read(script, Fields);
            Assert.NotNull(read);
            Assert.Equal(picked.Any, read.Any);
            Assert.Equal(picked.Terms, read.Terms);
            Assert.Null(ExpressionEvaluator.SyntaxError(script));
        }, iter: 2000);

    [Theory]
    [InlineData("Days", ">", "3", true)]
    [InlineData("Days", ">", "4", false)]
    [InlineData("AdHoc", "===", "false", true)]
    [InlineData("Status", "includes", "Away", true)]
    [InlineData("DepartsAt", "<", "2026-12-01", true)]
    [InlineData("DepartsAt", ">=", "2026-11-30", true)]
    [InlineData("DepartsAt", ">=", "2026-12-01", false)]
    [InlineData("notice.SoNguoi", ">=", "5", true)]
    [InlineData("notice.NoiO", "===", "Nhà khách \\ 'A'", true)]
    [InlineData("notice.CoXe", "===", "true", true)]
    [InlineData("notice.CoXe", "!==", "true", false)]
    [InlineData("buoc-2.Ngay", "<", "2026-12-01", false)]
    public void It_means_what_it_says(string field, string comparison, string value, bool expected)
    {
        var script = new Condition(false, [new ConditionTerm(field, comparison, value)]).Write(Fields);
        var input = InputValue.ReadExpression(new JsonObject { ["type"] = "JavaScript", ["value"] = script })!;
        Assert.Equal(expected, (bool?)ExpressionEvaluator.Evaluate(input, new Scope()));
    }

    /// <summary>Said to hold never only where no value of the field makes it hold: tried with every value near its bounds.</summary>
    [Fact]
    public void A_condition_that_can_never_hold_holds_for_no_value_and_any_other_for_some() =>
        Gen.Select(Gen.Bool, Gen.Select(Gen.Int[0, 5], Gen.Int[-3, 3]).List[1, 3]).Sample((any, picked) =>
        {
            string[] comparisons = ["===", "!==", ">", ">=", "<", "<="];
            List<ConditionTerm> terms = [.. picked.Select(p => new ConditionTerm("Days", comparisons[p.Item1], $"{p.Item2}"))];
            bool Holds(double v, ConditionTerm t) => int.Parse(t.Value, System.Globalization.CultureInfo.InvariantCulture) is var n
                && t.Comparison switch
                {
                    "===" => v == n,
                    "!==" => v != n,
                    ">" => v > n,
                    ">=" => v >= n,
                    "<" => v < n,
                    _ => v <= n,
                };
            var values = Enumerable.Range(-10, 21).Select(i => i / 2.0);
            var can = values.Any(v => any ? terms.Exists(t => Holds(v, t)) : terms.TrueForAll(t => Holds(v, t)));
            Assert.Equal(can, !new Condition(any, terms).CanNeverHold(Fields));
        }, iter: 3000);

    [Theory]
    [InlineData("AdHoc", "=== true", "AdHoc", "=== false", true)]
    [InlineData("AdHoc", "=== true", "AdHoc", "!== false", false)]
    [InlineData("Status", "=== Away", "Status", "=== Home", true)]
    [InlineData("Status", "!== Away", "Status", "!== Home", false)]
    [InlineData("Status", "=== Away", "Days", "> 3", false)]
    [InlineData("DepartsAt", ">= 2026-12-02", "DepartsAt", "< 2026-12-02", true)]
    [InlineData("DepartsAt", ">= 2026-12-02", "DepartsAt", "< 2026-12-03", false)]
    [InlineData("xe.Loai", "=== Xe máy", "Days", "> 3", true)]
    [InlineData("xe.Loai", "=== Xe cơ quan", "Days", "> 3", false)]
    public void Two_terms_that_exclude_each_other_and_a_choice_that_is_none(string a, string first, string b, string second, bool never)
    {
        ConditionField[] fields = [.. Fields, new("xe.Loai", "Loại xe", ConditionKind.Text, ["Xe cơ quan", "Xe cá nhân"])];
        ConditionTerm Term(string field, string text) => new(field, text.Split(' ')[0], text[(text.IndexOf(' ') + 1)..]);
        Assert.Equal(never, new Condition(false, [Term(a, first), Term(b, second)]).CanNeverHold(fields));
    }

    [Theory]
    [InlineData("return ['Cancelled','Withdrawn'].indexOf(getInput('Status')) >= 0;")]
    [InlineData("return getInput('Days') > 3 && getInput('AdHoc') === true || getInput('Days') > 5;")]
    [InlineData("getInput('Days') > 3")]
    [InlineData("return getInput('Days') > 3; while(true){}")]
    [InlineData("return getInput('Unknown') === 'x';")]
    [InlineData("return getInput('Days') === 'x';")]
    public void A_script_of_another_shape_stays_a_script(string script) => Assert.Null(Condition.Read(script, Fields));

    private sealed class Scope : IExpressionScope
    {
        public CompiledDefinition Definition { get; } = new(WorkflowDefinition.Read("""
            {"id":"a-v1","definitionId":"a","root":{"id":"notice","type":"Portal.UserTask"}}
            """));

        public JsonNode? LastResult => null;

        public string? CorrelationId => null;

        public string InstanceId => "";

        public string? InstanceName => null;

        public DateTime Now => new(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc);

        public JsonNode? GetVariable(string nameOrId) => null;

        public void SetVariable(string nameOrId, JsonNode? value) => throw new NotSupportedException();

        public void Correlate(string id) => throw new NotSupportedException();

        public void SetInstanceName(string name) => throw new NotSupportedException();

        public Guid NewGuid() => throw new NotSupportedException();

        // The trip leaves at 06:30 on 30 November in Viet Nam, which is still the 29th in Greenwich.
        public JsonNode? GetInput(string name) => name switch
        {
            "Days" => 4,
            "AdHoc" => false,
            "Status" => "StillAway",
            "DepartsAt" => "2026-11-29T23:30:00.0000000Z",
            _ => null,
        };

        public JsonNode? GetOutput(string activityId, string? name) => activityId == "notice"
            ? new JsonObject { ["data"] = new JsonObject { ["SoNguoi"] = "5", ["NoiO"] = "Nhà khách \\ 'A'", ["CoXe"] = "true" } } : null;
    }
}
