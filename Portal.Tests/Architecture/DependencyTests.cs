using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Administration;
using Portal.Domain.Forms;
using Portal.Web.Texts;
using Portal.Workflows;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Portal.Tests.Architecture;

/// <summary>The directions of docs/architecture.md. Each was seen failing once before it was kept.</summary>
public class DependencyTests
{
    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader().LoadAssemblies(
        typeof(Portal.Domain.Cases.Case).Assembly, typeof(ShippedProcesses).Assembly, typeof(Portal.Web.App).Assembly).Build();

    private const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private const string KeyPattern =
        @"(?:new(?: Refusal)?\(\s*|Refusal\.\w+\(\s*|WithErrorCode\(\s*|FieldError\(\s*[^""\n]*""[^""\n]*"",\s+"
        + @"|\b(?:L|texts)\[\s*(?:\w+ \? )?)""(?<key>[A-Z][A-Za-z]+\.[A-Za-z]+)""";

    private const string ActPattern =
        @"(?:Audit|RecordAsync|Entry|OnReservedAsync|OnGrantAsync)\((?:[^""\n]*|[\w\s.,]*)""(?<act>[A-Z][A-Za-z]+\.[A-Za-z]+)"""
        + @"|""(?<act>Incident\.(?:Retried|Jumped|Cancelled))""";

    private static IObjectProvider<IType> In(string pattern) => Types().That().ResideInNamespaceMatching(pattern).As(pattern);

    [Theory]
    [InlineData(@"^Portal\.Domain", @"^Portal\.(Workflows|Web)")]
    [InlineData(@"^Portal\.Workflows", @"^Portal\.Web")]
    [InlineData(@"^Portal\.Workflows\.(Engine|Activities|Expressions|Definitions|UserTasks|Runtime|Authoring)",
        @"^Portal\.Workflows\.Processes")]
    [InlineData(@"^Portal\.Workflows\.(Engine|Activities|Expressions|Definitions|UserTasks)", @"^Portal\.Workflows\.(Runtime|Authoring)")]
    [InlineData(@"^Portal\.Workflows\.(Engine|Activities|Expressions|Definitions|UserTasks)",
        @"^Portal\.Domain\.(FieldTrips|LeaderTasks|Cases|Areas|Organisation)")]
    [InlineData(@"^Portal\.Domain\.(Common|Organisation|Areas|Audit|WorkingCalendar|Regulations|Forms)",
        @"^Portal\.Domain\.(Cases|FieldTrips|LeaderTasks)")]
    [InlineData(@"^Portal\.Domain\.Cases", @"^Portal\.Domain\.(FieldTrips|LeaderTasks)")]
    [InlineData(@"^Portal\.Domain\.FieldTrips", @"^Portal\.Domain\.LeaderTasks")]
    [InlineData(@"^Portal\.Web\.Shared", @"^Portal\.Web\.Features")]
    [InlineData(@"^Portal\.Web\.(Operations|Persistence|Jobs|Security)", @"^Portal\.Web\.(Features|Shared|Api)")]
    [InlineData(@"^Portal\.Web\.Persistence", @"^Portal\.Web\.Jobs")]
    public void Arrows_point_one_way(string from, string never) =>
        Types().That().Are(In(from)).Should().NotDependOnAny(In(never)).Check(Code);

    /// <summary>A compiled query keeps the tracking of whoever used it first: what a reader asked first would never be saved
    /// again.</summary>
    [Fact]
    public void A_compiled_query_for_rows_says_whether_they_are_tracked()
    {
        var queries = Sources()
            .SelectMany(f =>
                Regex.Matches(File.ReadAllText(f), @"EF\.CompileAsyncQuery\([^;]*;", RegexOptions.Singleline).Select(m => m.Value))
            .ToList();
        Assert.True(queries.Count > 5);
        Assert.All(queries,
            q => Assert.True(q.Contains(".Select(", StringComparison.Ordinal) || q.Contains("AsTracking()", StringComparison.Ordinal), q));
    }

    [Fact]
    public void Domain_and_workflows_know_no_database_and_no_web()
    {
        foreach (var assembly in new[] { typeof(Portal.Domain.Cases.Case).Assembly, typeof(ShippedProcesses).Assembly })
        {
            Assert.Empty(assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n =>
                n.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                    || n.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || n == "MudBlazor"));
        }
    }

    [Fact]
    public void No_component_touches_a_database_context()
    {
        var context = typeof(Portal.Web.Persistence.PortalDbContext);
        var inHand = Components().Where(c => c.GetProperties(Everything)
            .Select(p => p.PropertyType)
            .Concat(c.GetFields(Everything).Select(f => f.FieldType))
            .Any(t => t == context));
        Assert.Empty(inHand);
        Types()
            .That()
            .Are(In(@"^Portal\.Web\.(Features|Shared)(\.|$)"))
            .Should()
            .NotDependOnAny(In(@"^Portal\.Web\.Persistence"))
            .Check(Code);
    }

    [Fact]
    public void One_feature_never_uses_another()
    {
        var features = Components()
            .Select(c => c.Namespace!)
            .Where(n => n.StartsWith("Portal.Web.Features.", StringComparison.Ordinal))
            .Select(n => n.Split('.')[3])
            .Distinct()
            .ToList();
        Assert.True(features.Count > 4);
        foreach (var one in features)
        {
            foreach (var other in features.Where(f => f != one))
            {
                Types()
                    .That()
                    .Are(In($@"^Portal\.Web\.Features\.{one}(\.|$)"))
                    .Should()
                    .NotDependOnAny(In($@"^Portal\.Web\.Features\.{other}(\.|$)"))
                    .WithoutRequiringPositiveResults()
                    .Check(Code);
            }
        }
    }

    [Fact]
    public void Every_page_states_who_may_open_it() =>
        Assert.Empty(Components().Where(c => c.GetCustomAttributes<RouteAttribute>().Any())
            .Where(c => c.GetCustomAttribute<AllowAnonymousAttribute>() is null
            && c.GetCustomAttribute<AuthorizeAttribute>()?.Policy is null).Select(c => c.Name));

    [Fact]
    public void Every_refusal_and_every_text_key_in_the_code_has_a_text_in_both_languages()
    {
        var texts = new TextCatalogue();
        Assert.Equal(texts.Vietnamese.Keys.Order(), texts.English.Keys.Order());
        var keys = Sources()
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), KeyPattern).Select(m => m.Groups["key"].Value))
            .Distinct()
            .ToList();
        Assert.True(keys.Count > 100);
        Assert.Empty(keys.Where(k => !texts.Vietnamese.ContainsKey(k) && !k.StartsWith("R-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_act_of_the_trail_has_a_name_and_a_kind_to_pick()
    {
        var texts = new TextCatalogue();
        var acts = Sources()
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), ActPattern).Select(m => m.Groups["act"].Value))
            .Distinct()
            .ToList();
        Assert.True(acts.Count > 15, string.Join(", ", acts));
        Assert.Empty(acts.Where(a => !texts.Vietnamese.ContainsKey($"act.{a}")));
        Assert.Empty(acts.Select(a => a.Split('.')[0]).Distinct().Except(Portal.Web.Operations.Audit.AuditQueries.Kinds));
        Assert.All(Portal.Web.Operations.Audit.AuditQueries.Kinds, k => Assert.True(texts.Vietnamese.ContainsKey($"act-kind.{k}")));
    }

    [Fact]
    public void Every_form_field_has_a_label_and_stands_in_its_record()
    {
        var texts = new TextCatalogue();
        foreach (var schema in ShippedProcesses.All
            .SelectMany(p => p.Forms)
            .Concat(OrganisationAct.All.Select(a => a.Form))
            .Concat(Portal.Domain.ReportItems.ReportItemForms.All)
            .Concat(NotedAndFollowed)
            .Append(Portal.Web.Operations.Administration.CalendarAdministration.Form)
            .Where(f => !f.Key.EndsWith(ApartForms.Ending, StringComparison.Ordinal)))
        {
            var properties = schema.InputType.GetProperties().Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).ToHashSet();

            // A code is given once, where the row is made.
            Assert.Equal(properties.Where(p => p != "code" || !schema.Key.EndsWith("-edit", StringComparison.Ordinal)).Order(),
                schema.Fields.Select(f => f.Name).Order());
            foreach (var (parent, name) in schema.Fields
                .SelectMany(f => f.Items.Select(i => (f.Name, i.Name)).Append(("", f.Name)))
                .Where(n => n.Item2 != "secrecy"))
            {
                Assert.True(new[] { $"field.{schema.Key}.{name}", $"field.{parent}.{name}", $"field.{name}" }
                    .Any(texts.Vietnamese.ContainsKey), $"{schema.Key}.{name}");
            }
        }
    }

    [Fact]
    public void Every_choice_of_every_form_has_words()
    {
        var texts = new TextCatalogue();
        var schemas = ShippedProcesses.All
            .SelectMany(p => p.Forms)
            .Concat(OrganisationAct.All.Select(a => a.Form))
            .Concat(NotedAndFollowed)
            .Append(Portal.Web.Operations.Administration.CalendarAdministration.Form)
            .Append(Portal.Domain.Areas.AbsenceRules.Schema(ShippedProcesses.All.Select(p => p.Key), mayDelegate: true, isHead: true))
            .ToList();
        var choices = schemas
            .SelectMany(f => f.Fields.Concat(f.Fields.SelectMany(i => i.Items)))
            .SelectMany(f => f.Options.Select(o => (f.Name, Option: o)))
            .Distinct()
            .ToList();
        Assert.True(choices.Count > 50);
        Assert.All(OrganisationAct.All, a => Assert.True(texts.Vietnamese.ContainsKey($"admin.{a.Key}"), a.Key));
        Assert.Empty(choices.Where(c =>
            !texts.Vietnamese.ContainsKey($"option.{c.Name}.{c.Option}") && !texts.Vietnamese.ContainsKey($"option.{c.Option}")));
    }

    private static IEnumerable<FormSchema> NotedAndFollowed =>
    [
        .. Portal.Domain.FollowUps.FollowUpForms.All, Portal.Domain.Contacts.ContactForms.New,
        .. Portal.Domain.Contacts.AreaBookForms.All, Portal.Domain.Guidance.GuidanceForms.New,
        Portal.Domain.UninvitedMeetings.UninvitedMeetingForms.New,
    ];

    private static IEnumerable<System.Type> Components() =>
        typeof(Portal.Web.App).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(ComponentBase)));

    private static IEnumerable<string> Sources()
    {
        var root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));
        return new[] { "Portal.Domain", "Portal.Workflows", "Portal.Web" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(root, p), "*.*", SearchOption.AllDirectories))
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
                && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal));
    }
}
