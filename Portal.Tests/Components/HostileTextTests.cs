using System.Text.Json.Nodes;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Administration;
using Portal.Domain.Forms;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Forms;
using Portal.Workflows;

namespace Portal.Tests.Components;

/// <summary>Scripts written into any text field of any form: shown as they were written, in the form and to its readers, and never
/// run.</summary>
public sealed class HostileTextTests : ScreenTests
{
    private const string Hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";

    public static TheoryData<string> Forms => [.. Schemas().Select(f => f.Key)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task No_text_field_of_a_form_runs_what_was_written_into_it(string key)
    {
        var schema = Schemas().First(f => f.Key == key);
        var fields = schema.Pages.SelectMany(p => p.Fields).ToList();
        var values = new JsonObject { ["secrecy"] = new JsonObject { ["containsStateSecret"] = false } };
        var written = fields.Sum(f => Fill(values, f));
        var context = await Portal.Operations.ContextAsync(Portal.Person(Trips.Member));
        var names = FormNames.Of(context, []);

        var read = Render<FormReader>(p =>
            p.Add(r => r.FormKey, key).Add(r => r.Fields, fields).Add(r => r.Values, values).Add(r => r.Names, names));
        Assert.Empty(read.FindAll("script, img"));
        Assert.Equal(
            written, read.FindAll("*").Count(e => e.Children.Length == 0 && e.TextContent.Contains(Hostile, StringComparison.Ordinal)));

        var model = new FormModel(schema, values, FormChoices.Of(context, null, wholeCommittee: false, areasAreFixed: false));
        foreach (var field in fields.Where(f => f.Kind is not FieldKind.Secrecy))
        {
            Assert.Empty(Render<FieldEditor>(p => p.Add(f => f.Model, model)
                .Add(f => f.Owner, values)
                .Add(f => f.Field, field)
                .Add(f => f.Path, field.Name)).FindAll("script, img"));
        }
    }

    [Fact]
    public void Markup_made_by_code_stands_in_these_few_places()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Portal.sln")))
        {
            root = root.Parent!;
        }

        var found = Directory.EnumerateFiles(Path.Combine(root.FullName, "Portal.Web"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor"
                && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f) is var text
                && (text.Contains("MarkupString", StringComparison.Ordinal) || text.Contains("AddMarkupContent", StringComparison.Ordinal)))
            .Select(f => Path.GetFileName(f));
        Assert.Equal(["ChartDrawing.razor.cs", "Icon.cs", "Markdown.razor", "TwoFactorPage.razor"], found.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<FormSchema> Schemas() =>
        ShippedProcesses.All
            .SelectMany(p => p.Forms)
            .Concat(OrganisationAct.All.Select(a => a.Form))
            .DistinctBy(f => f.Key)
            .Where(f => f.Pages.SelectMany(p => p.Fields).Any(HasText));

    private static bool HasText(FormField field) => field.Kind is FieldKind.Text or FieldKind.LongText || field.Items?.Any(HasText) == true;

    /// <returns>How many texts were written.</returns>
    private static int Fill(JsonObject owner, FormField field)
    {
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.LongText:
                owner[field.Name] = Hostile;
                return 1;
            case FieldKind.Rows when field.Items is { Count: > 0 }:
                var row = new JsonObject();
                owner[field.Name] = new JsonArray(row);
                if (field.Taken is { } taken)
                {
                    row[taken.Name] = true;
                }

                return field.Items.Sum(i => Fill(row, i));
            case FieldKind.Section:
                var section = new JsonObject();
                owner[field.Name] = section;
                return field.Items.Sum(i => Fill(section, i));
            default:
                return 0;
        }
    }
}
