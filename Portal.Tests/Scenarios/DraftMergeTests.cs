using System.Text.Json.Nodes;
using CsCheck;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Cases;

namespace Portal.Tests.Scenarios;

/// <summary>X-13: one draft in two windows loses nothing.</summary>
public class DraftMergeTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    private static readonly Gen<JsonObject> Forms = Gen.Select(Gen.Int[0, 2].Array[4], Gen.Int[0, 5].ArrayUnique[0, 4], (texts, list) =>
    {
        var form = new JsonObject { ["list"] = new JsonArray([.. list.Select(i => (JsonNode)i)]), ["in"] = new JsonObject() };
        for (var i = 0; i < Names.Length; i++)
        {
            // 0 is a field that is empty.
            if (texts[i] > 0)
            {
                form[Names[i]] = texts[i];
                form["in"]![Names[i]] = texts[i];
            }
        }

        return form;
    });

    [Fact]
    public void Of_each_field_the_change_of_whoever_made_one_is_there() =>
        Gen.Select(Forms, Forms, Forms).Sample((known, mine, theirs) =>
        {
            var merged = DraftMerge.Of(known, mine, theirs);
            foreach (var (of, k, m, t) in new[]
            {
                (merged, known, mine, theirs),
                ((JsonObject)merged["in"]!, (JsonObject)known["in"]!, (JsonObject)mine["in"]!, (JsonObject)theirs["in"]!),
            })
            {
                foreach (var name in Names)
                {
                    var expected = JsonNode.DeepEquals(m[name], k[name]) ? t[name] : m[name];
                    Assert.True(JsonNode.DeepEquals(expected, of[name]));
                }
            }

            HashSet<int> Of(JsonObject form) => [.. form["list"]!.AsArray().Select(i => (int)i!)];
            var (before, here, there) = (Of(known), Of(mine), Of(theirs));
            var all = before.Union(here).Union(there);
            Assert.Equal(
                all.Where(i => before.Contains(i) ? here.Contains(i) && there.Contains(i) : here.Contains(i) || there.Contains(i)).Order(),
                Of(merged).Order());
        });

    [Fact]
    public void Rows_that_both_added_are_there_and_a_row_that_both_changed_has_both_changes()
    {
        static JsonObject Form(string rows) => new() { ["rows"] = JsonNode.Parse(rows) };
        var merged = DraftMerge.Of(
            Form("""[{"place":"A","content":"1"}]"""),
            Form("""[{"place":"B","content":"1"},{"place":"mine"}]"""),
            Form("""[{"place":"A","content":"2"},{"place":"theirs"}]"""));
        Assert.Equal(
            """[{"place":"B","content":"2"},{"place":"mine"},{"place":"theirs"}]""", merged["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task Two_windows_that_save_in_turns_end_with_the_words_of_both_and_say_so()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (actor, subject) = (portal.Person(Trips.Member), CaseActs.StartSubject("field-trip"));
        async Task<KeptDraft> SaveAsync(JsonObject form, JsonObject known)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            var kept = await portal.Acts.SaveDraftAsync(actor, subject, "trip-notice", form, "", known);
            Assert.True(kept.IsSuccess, kept.Refusal?.Code);
            return kept.Value;
        }

        var start = FormInput.ToJson(Trips.Notice());
        Assert.False((await SaveAsync((JsonObject)start.DeepClone(), start)).IsMerged);
        var one = (JsonObject)start.DeepClone();
        one["place"] = "Hội trường";
        Assert.False((await SaveAsync(one, start)).IsMerged);
        var other = (JsonObject)start.DeepClone();
        other["purpose"] = "Nắm tình hình chi bộ";
        var merged = await SaveAsync(other, start);
        Assert.True(merged.IsMerged);
        var stored = (await portal.Acts.FindDraftAsync(actor, subject))!.Form;
        Assert.Equal(("Hội trường", "Nắm tình hình chi bộ"), ((string?)stored["place"], (string?)stored["purpose"]));

        // A "Có" in one window takes the content of both.
        one["secrecy"] = new JsonObject { ["containsStateSecret"] = true };
        await SaveAsync(one, start);
        Assert.DoesNotContain("chi bộ", (await portal.Acts.FindDraftAsync(actor, subject))!.Form.ToJsonString(), StringComparison.Ordinal);
    }
}
