using System.Text.Json.Nodes;
using Portal.Web.Operations.Authoring;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Tests.Workflows;

public class ExtraFieldTests
{
    [Theory]
    [InlineData("number", "1", "7", "0", "Extra.ValueMin")]
    [InlineData("number", "1", "7", "7.5", "Extra.ValueMax")]
    [InlineData("number", "1", "7", "7", null)]
    [InlineData("number", "1", "7", "NaN", "Common.WrongType")]
    [InlineData("date", "2026-11-25", null, "2026-11-24", "Extra.ValueMin")]
    [InlineData("date", "2026-11-25", "2026-12-31", "2027-01-01", "Extra.ValueMax")]
    [InlineData("date", "2026-11-25", "2026-12-31", "2026-11-25", null)]
    [InlineData("text", "3", "5", "ab", "Extra.LengthMin")]
    [InlineData("text", "3", "5", "abcdef", "Extra.LengthMax")]
    [InlineData("longText", "3", null, "abc", null)]
    [InlineData("number", "không", null, "5", null)]
    [InlineData("yesNo", "3", "5", "true", null)]
    public void Bounds_hold_values_and_lengths(string kind, string? min, string? max, string value, string? code)
    {
        var field = new ExtraField { Name = "a", Label = "A", Kind = kind, Min = min, Max = max };
        var errors = ExtraFields.Check([field], new JsonObject { ["a"] = value });
        Assert.Equal(code is null ? [] : [code], errors.Select(e => e.Code));
        Assert.All(errors, e => Assert.Equal("extra.a", e.Path));
        Assert.Empty(ExtraFields.Check([field], []));
    }

    [Theory]
    [InlineData("email", "vanthu@tinhuy.vn", true)]
    [InlineData("email", "vanthu@", false)]
    [InlineData("email", "văn thư", false)]
    [InlineData("phone", "0912 345 678", true)]
    [InlineData("phone", "+84 (912) 345-678", true)]
    [InlineData("phone", "máy lẻ 12", false)]
    [InlineData("digits", "0123", true)]
    [InlineData("digits", "12a", false)]
    [InlineData("documentNumber", "12-QĐ/TU", true)]
    [InlineData("documentNumber", "QĐ/TU", false)]
    [InlineData("documentNumber", "12/", false)]
    [InlineData("documentNumber", "1", false)]
    public void A_text_has_the_format_that_is_asked(string format, string value, bool fits)
    {
        var field = new ExtraField { Name = "a", Label = "A", Format = format };
        Assert.Contains(format, ExtraFields.Formats);
        var errors = ExtraFields.Check([field], new JsonObject { ["a"] = value });
        Assert.Equal(fits ? [] : [$"Extra.Format.{format}"], errors.Select(e => e.Code));
    }

    [Fact]
    public void It_opens_with_what_an_earlier_step_said_of_the_same_name_and_kind_else_with_its_default()
    {
        ExtraField[] fields =
        [
            new() { Name = "soCho", Label = "Số chỗ", Kind = "number", Default = "4" },
            new() { Name = "mau", Label = "Màu", Kind = "choice", Options = ["Đen", "Trắng"], Default = "Đen" },
            new() { Name = "giay", Label = "Giấy", Kind = "file", Default = "x" },
            new() { Name = "ghiChu", Label = "Ghi chú" },
        ];
        string Known(params JsonObject?[] earlier) => ExtraFields.Known(fields, earlier).ToJsonString();
        Assert.Equal("""{"soCho":"4","mau":"Đen"}""", System.Text.RegularExpressions.Regex.Unescape(Known()));
        Assert.Equal(
            """{"soCho":"9","mau":"Trắng","ghiChu":"Có"}""",
            System.Text.RegularExpressions.Regex.Unescape(Known(
                new JsonObject { ["soCho"] = "7", ["ghiChu"] = "Có", ["giay"] = new JsonArray("1") },
                null,
                new JsonObject { ["soCho"] = "9", ["mau"] = "Trắng" },
                new JsonObject { ["mau"] = "Xanh", ["ghiChu"] = "" })));
    }

    public static TheoryData<string> Properties() =>
    [
        .. typeof(ExtraField).GetProperties().Where(p => p is { CanWrite: true, Name: not nameof(ExtraField.Name) }).Select(p => p.Name),
    ];

    /// <summary>What a field is changed in is told to who has to agree; its most characters are bounded by <c>Max</c> on screen.</summary>
    [Theory]
    [MemberData(nameof(Properties))]
    public void Whatever_of_it_is_changed_is_a_difference_of_the_versions(string property)
    {
        if (property == nameof(ExtraField.MaxLength))
        {
            return;
        }

        var before = new ExtraField { Name = "a", Label = "A", Kind = "choice", Options = ["1", "2"] };
        var after = before with { };
        typeof(ExtraField).GetProperty(property)!.SetValue(after, property switch
        {
            nameof(ExtraField.Options) => new[] { "1", "3" },
            nameof(ExtraField.Required) => true,
            nameof(ExtraField.Kind) => "text",
            _ => "7",
        });
        var definition = Of(before);
        var found = DefinitionDifference.Between(definition, Of(after));
        Assert.NotEmpty(found);
        Assert.Empty(DefinitionDifference.Between(definition, Of(before)));

        static WorkflowDefinition Of(ExtraField field)
        {
            var made = OwnTemplates.Make("own-a", "A", OwnTemplate.Blank);
            var step = Outline.Of(new CompiledDefinition(made)).First(s => s.IsHuman);
            return DefinitionEditor.SetStep(made, step.Path, step.Settings! with { Fields = [field] });
        }
    }
}
