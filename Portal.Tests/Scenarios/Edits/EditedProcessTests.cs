using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Operations.Authoring;
using Portal.Workflows;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.Proving;
using Portal.Workflows.Runtime;
using Xunit.Abstractions;

namespace Portal.Tests.Scenarios.Edits;

/// <summary>
/// Section 7.1: whatever a definition was changed to, if publishing lets it pass, its cases come to no forbidden end, nobody is stuck, and
/// no time that runs out decides. <c>PORTAL_EDITS=20000</c> makes so many changes; <c>PORTAL_EDITS_SEED</c> makes others.
/// </summary>
public class EditedProcessTests(ITestOutputHelper output)
{
    private const int Walks = 4;

    /// <summary>Processes whose cases people or the calendar begin, with how many of a hundred changes are made to each: what takes long to
    /// prove less often.</summary>
    private static readonly (string Key, int Share)[] Walked =
    [
        ("field-trip", 30), ("monthly-trip-plan", 20), ("leader-task", 20), (AreaReports.Process, 15), ("regulation-feedback", 10),
        ("meeting-attendance", 5),
    ];

    // Seeds that differ by a step make runs of Random that differ by a step: they are mixed well, so that each edit is another one.
    private static int Mixed(int seed, int number) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{number}")), 0);

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    [Fact]
    public async Task What_publishing_lets_pass_holds_with_real_people_real_rules_and_a_real_clock()
    {
        await using var portal = await TestPortal.CreateAsync();
        var runs = portal.Services.GetRequiredService<DryRuns>();
        var processes = portal.Services.GetRequiredService<ProcessCatalogue>();
        var clauses = (await portal.Services.GetRequiredService<ReferenceCache>().GetAsync()).Clauses.Keys.ToHashSet();
        var (edits, seed) = (Number("PORTAL_EDITS", 120), Number("PORTAL_EDITS_SEED", 2026));
        var (passed, walked, acts, ends, found) = (0, 0, 0, 0, new ConcurrentBag<string>());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, edits),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (number, cancellation) =>
            {
                var random = new Random(Mixed(seed, number));
                var key = KeyFor(random.Next(100));
                var shipped = WorkflowDefinition.Read(ShippedProcesses.Definitions().First(d => d.Key == key).Json);
                var definition = RandomEdits.Made(shipped, random);
                try
                {
                    if (!IsPublishable(new CompiledDefinition(definition), processes, key, clauses))
                    {
                        return;
                    }
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    found.Add($"{key} #{number}: the check fails: {e}");
                    return;
                }

                Interlocked.Increment(ref passed);
                for (var walk = 0; walk < Walks; walk++)
                {
                    var run = await runs.NewAsync(definition, portal.Now, cancellation: cancellation);
                    var draft = new WalkedDraft(run, processes, ShippedProcesses.AddedTo(run.Tried), random);
                    if (await TryAsync(draft, key, processes) is { } wrong)
                    {
                        found.Add($"{key} #{number}: {wrong}\n  {draft.Way}");
                        return;
                    }

                    Interlocked.Increment(ref walked);
                    Interlocked.Add(ref acts, draft.Acts);
                    Interlocked.Add(ref ends, draft.IsAtEnd ? 1 : 0);
                }
            });
        output.WriteLine(
            $"seed {seed}: {edits} edits, {passed} passed publishing, {walked} walks of {acts} acts, {ends} to an end, "
            + $"{found.Count} wrong");
        Assert.True(found.IsEmpty, $"seed {seed}: {found.Count} of {passed}\n{string.Join('\n', found.Take(20))}");
        Assert.True(passed > 0 && ends > 0, $"seed {seed}: {passed} passed, {ends} ends");
    }

    private static async Task<string?> TryAsync(WalkedDraft draft, string key, ProcessCatalogue processes)
    {
        try
        {
            return await draft.WalkAsync(r => OpenAsync(r, key, processes));
        }
        catch (InvalidOperationException e)
        {
            return $"breaks: {e.Message}";
        }
    }

    private static string KeyFor(int hundredth)
    {
        foreach (var (key, share) in Walked)
        {
            if ((hundredth -= share) < 0)
            {
                return key;
            }
        }

        return Walked[0].Key;
    }

    private static bool IsPublishable(CompiledDefinition definition, ProcessCatalogue processes, string key, IReadOnlySet<string> clauses)
    {
        var process = processes.Find(key)!;
        var found = DefinitionCheck.Run(definition, new CheckContext(
            processes.Forms, clauses, process.MandatoryRules, ShippedProcesses.Answers(key), new HashSet<string>()));
        return found.All(p => p.Severity != ProblemSeverity.Error)
            && Proof.Of(definition, process.Conduct, ShippedProcesses.AddedTo(definition)).Problems
                .All(p => p.Severity != ProblemSeverity.Error);
    }

    private static async Task<Result> OpenAsync(DryRun run, string key, ProcessCatalogue processes)
    {
        if (key == "monthly-trip-plan")
        {
            return await run.OpenByCalendarAsync(key, "N03", Plans.Month.AddMonths(1));
        }

        if (key == AreaReports.Process)
        {
            return await run.OpenByCalendarAsync(key, AreaReports.Area);
        }

        var first = run.Tried.FirstStep!;
        var form = SampleForms.Of(processes.Form(first.FixedSpec?.Form), VietnamTime.ToLocal(run.Now));
        var person = key switch { "meeting-attendance" => MeetingRoad.Clerk, "leader-task" => Trips.Leader, _ => Trips.Member };
        return await run.StartAsync(key, person, new Submission(first.FixedSpec!.Actions[0].Key, form));
    }
}
