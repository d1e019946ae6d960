using System.Text.RegularExpressions;

namespace Portal.Tests.Architecture;

/// <summary>The suite is green on any day because one class alone knows what day it is.</summary>
public partial class ClockTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    [Fact]
    public void No_test_asks_the_machine_what_time_it_is_but_by_the_test_kits_clock() =>
        Assert.Empty(Reading("Portal.Tests", MachineClock()).Except(["Architecture/ClockTests.cs", "TestKit/TestClock.cs"]));

    [Fact]
    public void Programs_are_started_by_the_test_kit_alone_which_hands_them_its_clock() =>
        Assert.Equal(["TestKit/PortalProcess.cs"], Reading("Portal.Tests", ProgramStart()).Except(["Architecture/ClockTests.cs"]));

    [Theory]
    [InlineData("Portal.Domain")]
    [InlineData("Portal.Workflows")]
    [InlineData("Portal.Web")]
    [InlineData("Portal.Benchmarks")]
    public void The_machines_clock_is_taken_up_in_Setup_and_nowhere_else(string project) =>
        Assert.Empty(Reading(project, MachineClock()).Where(f => !f.StartsWith("Setup/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("P:System.TimeProvider.System")]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    public void The_compiler_refuses_it_as_well(string symbol) =>
        Assert.Contains(File.ReadLines(Path.Combine(Root, "BannedSymbols.txt")), l => l.StartsWith($"{symbol};", StringComparison.Ordinal));

    [Theory]
    [InlineData("Portal.Domain")]
    [InlineData("Portal.Workflows")]
    [InlineData("Portal.Web")]
    public void When_a_day_begins_and_ends_is_reckoned_in_one_place(string project) =>
        Assert.Empty(Reading(project, BeginOfDay()).Except(["Common/VietnamTime.cs"]));

    private static IEnumerable<string> Reading(string project, Regex what)
    {
        var folder = Path.Combine(Root, project);
        return Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("obj/", StringComparison.Ordinal) && !f.StartsWith("bin/", StringComparison.Ordinal))
            .Where(f => what.IsMatch(File.ReadAllText(Path.Combine(folder, f))))
            .Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\bTimeProvider\.System\b|\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|\bGet(LastWrite|Creation|LastAccess)Time")]
    private static partial Regex MachineClock();

    // Each by itself would fail at an end of the calendar, which an address or a draft may name.
    [GeneratedRegex(@"ToUtc\([^;]*ToDateTime\(TimeOnly\.MinValue\)")]
    private static partial Regex BeginOfDay();

    [GeneratedRegex(@"ProcessStartInfo\(""dotnet""|\bPortal\.Web\.dll\b")]
    private static partial Regex ProgramStart();
}
