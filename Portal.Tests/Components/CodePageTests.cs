using System.Security.Claims;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.TestKit;
using Portal.Web.Features.Design;
using Portal.Web.Operations.Authoring;
using Portal.Web.Security;
using Portal.Workflows.Definitions;

namespace Portal.Tests.Components;

/// <summary>The definition as a document, with what is wrong in it.</summary>
public sealed partial class CodePageTests : ScreenTests
{
    public static TheoryData<string> Mistakes => [.. Made.Keys];

    private static Dictionary<string, Action<JsonNode>> Made { get; } = new()
    {
        ["the leader's step given to members"] = root =>
            Named(root["activities"]!, a => a["id"])["assignment"]!["expression"]!["value"] = "[\"members\"]",
        ["ended without the leader"] = root =>
            Named(root["connections"]!, c => c["target"]!["activity"])["target"]!["activity"] = "close",
    };

    /// <summary>What the check found is said in words there as in the editor, whatever it takes to say it.</summary>
    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Findings_are_said_in_words(string mistake)
    {
        AddAuthorization().SetAuthorized("tue.dt").SetClaims(new Claim(PersonClaim.Person, "S06"));
        var (design, designer) = (Portal.Services.GetRequiredService<ProcessDesign>(), Portal.Person("S06"));
        var id = (await design.DraftAsync(designer, "monthly-trip-plan")).Value;
        var draft = (await design.OpenAsync(designer, id)).Value;
        var document = JsonNode.Parse(draft.Definition.Write())!;
        Made[mistake](document["root"]!);
        var saved = await design.SaveAsync(designer, id, WorkflowDefinition.Read(document.ToJsonString()), draft.Stamp);
        Assert.Contains(saved.Value.Problems, p => p.Clause is not null);
        var page = Render<CodePage>(p => p.Add(x => x.VersionId, id));
        page.WaitForAssertion(() => Assert.DoesNotMatch(RawName(), page.Find("[data-testid=code-errors]").TextContent));
    }

    private static JsonNode Named(JsonNode list, Func<JsonNode, JsonNode?> name) =>
        ((JsonArray)list).First(n => (string?)name(n!) == "review")!;

    // check.EndsOpen, leaderOnResult: names that stand for words.
    [GeneratedRegex(@"\b(check\.\w+|[a-z]+[A-Z]\w+)\b")]
    private static partial Regex RawName();
}
