using System.Text.Json.Nodes;
using System.Xml;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.FieldTrips;
using Portal.Domain.Forms;

namespace Portal.Tests.Domain;

/// <summary>What people paste fits into every document, and times are those of Viet Nam.</summary>
public class PlainTextTests
{
    // Marks of format and direction, and letters without a shape: nobody sees that they stand there.
    private static readonly string Hidden = string.Concat(
        Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c)
            .Where(c => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format
                && c is '\u00ad' or '\u061c' or '\u180e' or (>= '\u200b' and <= '\u206f' and not ('\u2028' or '\u2029')) or '\ufeff'))
        + "\u2065\u115f\u1160\u2800\u3164\uffa0";

    [Theory]
    [InlineData("\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b")]
    [InlineData("\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164")]
    [InlineData("\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301")]
    [InlineData("............")]
    [InlineData("            ")]
    public void What_nobody_can_read_is_no_reason_and_no_remark(string text)
    {
        var form = new JsonObject { ["secrecy"] = FormInput.ToJson(SecrecyGate.No), ["opinion"] = text };
        Assert.Null(FormText.Tidy(form, TripForms.Cancel.Fields));
        Assert.True(PlainText.LettersOf((string?)form["opinion"]) < Reasons.FewestLetters);
        Assert.Equal(
            text == "............" ? null : "Common.Required",
            new Remark(text, HoldsNoSecret: true).WhyNot("text", 4000)?.Fields[0].Code);
        var cancel = new JsonObject { ["secrecy"] = FormInput.ToJson(SecrecyGate.No), ["reason"] = text };
        FormText.Tidy(cancel, TripForms.Cancel.Fields);
        Assert.Contains(
            FieldRules.Check(TripForms.Cancel, cancel),
            e => e is { Path: "reason" } && e.Code.StartsWith("Common.Reason", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_every_character_there_is_only_those_stay_that_a_document_can_hold()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var text = $"a{(char)code}b";
            var clean = PlainText.Clean(text);
            XmlConvert.VerifyXmlChars(clean);
            XmlConvert.VerifyXmlChars(PlainText.CleanLine(text));
            Assert.DoesNotContain(PlainText.CleanLine(text), c => c is '\n' or '\r' or '\t' or '\u000b' or '\u2028');
            if (Hidden.Contains((char)code))
            {
                Assert.Equal("ab", clean);
            }
            else if (XmlConvert.IsXmlChar((char)code) && code is not (0x85 or 0x2028 or 0x2029 or 0xd0 or 0xf0))
            {
                Assert.Same(text, clean);
            }
        }

        Assert.Equal("Đề nghị kiểm điểm\nlàm rõ", PlainText.Clean("Đề nghị kiểm điểm\u000blàm rõ"));
        Assert.Equal("Đề nghị kiểm điểm làm rõ", PlainText.CleanLine("Đề nghị kiểm điểm\u000blàm rõ"));
        Assert.Equal("Đoàn đi", PlainText.Clean("\u00d0oàn \u00f0i"));
        Assert.Equal("a😀b", PlainText.Clean("a😀b"));
        Assert.Equal("ab", PlainText.Clean("a\ud83db"));
        Assert.Equal("ab", PlainText.Clean("a\ude00b"));
    }

    [Theory]
    [InlineData("2026-12-21T05:30:00+07:00", "2026-12-21T05:30:00")]
    [InlineData("2026-12-20T22:30:00Z", "2026-12-21T05:30:00")]
    [InlineData("2026-12-20T22:30Z", "2026-12-21T05:30:00")]
    [InlineData("2026-12-20T14:30:00-08:00", "2026-12-21T05:30:00")]
    [InlineData("2026-12-21T04:00:00+05:30", "2026-12-21T05:30:00")]
    [InlineData("2026-12-20T22:30:00.5000000Z", "2026-12-21T05:30:00.5")]
    [InlineData("2026-12-21T05:30:00", "2026-12-21T05:30:00")]
    [InlineData("hôm nay", "hôm nay")]
    public void A_moment_with_an_offset_is_that_moment_in_Viet_Nam(string sent, string kept)
    {
        var form = new JsonObject { ["departsAt"] = sent };
        Assert.Null(FormText.Tidy(form, TripForms.Notice.Fields));
        Assert.Equal(kept, (string?)form["departsAt"]);
    }

    [Fact]
    public void A_name_is_one_line_and_a_text_keeps_its_lines()
    {
        var form = new JsonObject { ["place"] = "Hội trường\u000btầng 2", ["purpose"] = "Một\u000bhai\u0001" };
        Assert.Null(FormText.Tidy(form, TripForms.Notice.Fields));
        Assert.Equal(("Hội trường tầng 2", "Một\nhai"), ((string?)form["place"], (string?)form["purpose"]));
    }

    [Fact]
    public void What_is_larger_than_any_form_is_refused_at_its_place()
    {
        Assert.Equal(["a[3]"], Places(new JsonObject { ["a"] = new JsonArray(1, 2, 3, new string('x', FormText.LongestText + 1)) }));
        Assert.Equal(["a.b"], Places(new JsonObject
        {
            ["a"] = new JsonObject { ["b"] = new JsonArray([.. Enumerable.Range(0, FormText.MostItems + 1).Select(i => (JsonNode)i)]) },
        }));
        JsonNode deep = new JsonObject();
        for (var i = 0; i < 40; i++)
        {
            deep = new JsonObject { ["a"] = deep };
        }

        Assert.Single(Places((JsonObject)deep));
        Assert.Equal([""], Places((JsonObject)JsonNode.Parse("""{"a":1,"a":2}""")!));
        Assert.Equal([""], Places((JsonObject)JsonNode.Parse("""{"a":"\ud800"}""")!));
    }

    private static IEnumerable<string> Places(JsonObject form) => FormText.Tidy(form)!.Fields.Select(f => f.Path);
}
