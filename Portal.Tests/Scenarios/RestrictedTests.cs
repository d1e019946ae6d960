using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Tests.Processes;
using Portal.Tests.TestKit;
using Portal.Workflows;

namespace Portal.Tests.Scenarios;

/// <summary>X-02, Đ7.A.6: what is Restricted stays so in everything that comes of it, for every module and every way of reading.</summary>
public sealed class RestrictedTests
{
    /// <summary>
    /// A member who went along and one who did not, another deputy, another group's lead, head of a department, compliance, clerk,
    /// coordinator, administrator and designer, auditor, and one whom nothing of it concerns.
    /// </summary>
    private static readonly string[] Everybody = ["S33", "S19", "L3", "S10", "S23", "S37", "S03", "S20", "S06", "S08", "S40"];

    private const string Unwritten = "zqxkhongcoai";

    private static readonly RestrictedRoad[] All =
        [.. typeof(RestrictedRoad).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(RestrictedRoad)))
            .Select(t => (RestrictedRoad)Activator.CreateInstance(t)!)];

    public static TheoryData<string> Roads => [.. All.Select(r => r.GetType().Name)];

    [Fact]
    public async Task Every_form_that_has_a_Restricted_part_is_walked_with_something_in_it()
    {
        var walked = new HashSet<(string, string)>();
        foreach (var road in All)
        {
            await using var portal = await WalkedAsync(road);
            foreach (var form in await portal.ReadAsync(db => db.Submissions
                .Where(s => s.Sensitivity != Sensitivity.Normal)
                .Select(s => new { Process = db.Cases.Where(c => c.Id == s.CaseId).Select(c => c.ProcessKey).First(), s.FormKey, s.Json })
                .ToListAsync()))
            {
                if (form.Json.Contains(RestrictedRoad.Marker, StringComparison.Ordinal))
                {
                    walked.Add((form.Process, form.FormKey));
                }
            }
        }

        var withParts = ShippedProcesses.All.SelectMany(p => p.Forms.Where(HasRestrictedPart).Select(f => (p.Key, f.Key)));
        Assert.Empty(withParts.Where(f => !walked.Contains(f)));
    }

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task No_page_shows_it_to_anybody_whom_it_is_not_for(string name)
    {
        var road = RoadOf(name);
        await using var portal = await WalkedAsync(road);
        var addresses = await EveryScreen.AddressesAsync(portal, RestrictedRoad.Marker);
        var leaked = new List<string>();
        foreach (var person in Everybody.Except(road.Readers))
        {
            await using var screen = await EveryScreen.OfAsync(portal, person);
            foreach (var address in addresses)
            {
                var shown = await screen.ShowAsync(address);

                // Whoever looks for it is told what one is told who looks for a word that nobody wrote.
                var isLeak = address.Contains(RestrictedRoad.Marker, StringComparison.Ordinal)
                    ? Words(shown).Replace(RestrictedRoad.Marker, Unwritten, StringComparison.Ordinal)
                        != Words(await screen.ShowAsync(address.Replace(RestrictedRoad.Marker, Unwritten, StringComparison.Ordinal)))
                    : Shows(shown);
                if (isLeak)
                {
                    leaked.Add($"{person} {address}");
                }
            }
        }

        Assert.True(leaked.Count == 0, string.Join('\n', leaked));

        // And it is there, for those whom it is for.
        await using var reader = await EveryScreen.OfAsync(portal, road.Readers[0]);
        Assert.True(Shows(string.Concat(await Task.WhenAll(
            addresses.Where(a => a.StartsWith("/ho-so/", StringComparison.Ordinal)).Select(reader.ShowAsync)))));
    }

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task No_operation_gives_it_to_anybody_whom_it_is_not_for(string name)
    {
        var road = RoadOf(name);
        var leaked = new List<string>();
        foreach (var person in new[] { "S19", "S37", "S03", "S06" })
        {
            await using var portal = await WalkedAsync(road);
            var about = await AboutAsync(portal, road, person);
            foreach (var (service, method) in EveryOperation.Operations(portal))
            {
                var result = await EveryOperation.CallAsync(service, method, about);
                if (ResultTexts.Of(result).Any(Shows))
                {
                    leaked.Add($"{person} {method.DeclaringType!.Name}.{method.Name}");
                }
            }
        }

        Assert.True(leaked.Count == 0, string.Join('\n', leaked));
    }

    [Theory]
    [MemberData(nameof(Roads))]
    public async Task No_list_notice_or_word_of_the_index_holds_it_and_none_of_it_lies_open_on_the_disk(string name)
    {
        var road = RoadOf(name);
        await using var portal = await WalkedAsync(road);
        Assert.Empty(await portal.ReadAsync(async db => (await db.Cases.Select(c => c.Title).ToListAsync())
            .Concat(await db.UserTasks.Select(t => t.CaseTitle).ToListAsync())
            .Concat(await db.Notifications.Select(n => n.Text).ToListAsync())
            .Where(t => Shows(t.Stored)).ToList()));
        await portal.DamageAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var marker = Encoding.UTF8.GetBytes(RestrictedRoad.Marker);
        var open = Directory.EnumerateFiles(Path.GetDirectoryName(portal.DatabaseFile)!, "*", SearchOption.AllDirectories)
            .Where(f => ReadShared(f).AsSpan().IndexOf(marker) >= 0 || Shows(f));
        Assert.Empty(open);
    }

    private static Task<KnownArguments> AboutAsync(TestPortal portal, RestrictedRoad road, string person) => portal.ReadAsync(async db =>
    {
        var walked = await db.Cases.Where(c => c.ProcessKey == road.ProcessKey).OrderBy(c => c.CreatedAt).FirstAsync();
        return new KnownArguments(
            person, walked.Id, await db.UserTasks.Where(t => t.CaseId == walked.Id).Select(t => t.Id).FirstAsync(),
            await db.Attachments.Select(a => a.Id).FirstOrDefaultAsync(), walked.ParentId ?? walked.Id,
            await db.Decisions.Where(d => d.CaseId == walked.Id).Select(d => d.Id).FirstOrDefaultAsync(), walked.Number, Audits: 0);
    });

    // Rows of what judges people, internal matters, and parts that are kept beside a form.
    private static bool HasWords(FormField field) => field.IsWords || field.Items.Any(HasWords);

    // A part of numbers and yes or no alone can hold no marker.
    private static bool HasRestrictedPart(FormSchema form) =>
        (form.Key.EndsWith(ApartForms.Ending, StringComparison.Ordinal) && form.Fields.Any(HasWords))
        || (form.InputType.GetProperty("Secrecy") is null && form.Fields.Any(f => f.Name == "issues"))
        || form.Fields.Any(f => f.Name == "concernsPersonnel");

    internal static RestrictedRoad RoadOf(string name) => All.Single(r => r.GetType().Name == name);

    internal static async Task<TestPortal> WalkedAsync(RestrictedRoad road)
    {
        var portal = await TestPortal.CreateAsync(("Rev.IndividualsInPortal", "on"));
        await road.WalkAsync(portal);

        // What comes of it: the month's report of the area, which is written from the records.
        var month = VietnamTime.DayOf(portal.Now);
        await portal.OpenReportAsync(month: new DateOnly(month.Year, month.Month, 1));
        return portal;
    }

    internal static bool Shows(string text) => text.Contains(RestrictedRoad.Marker, StringComparison.OrdinalIgnoreCase);

    private static string Words(string markup) => System.Text.RegularExpressions.Regex.Replace(markup, "<[^>]*>", "");

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
