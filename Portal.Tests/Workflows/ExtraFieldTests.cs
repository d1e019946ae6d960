using System.Text.Json.Nodes;
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
}
