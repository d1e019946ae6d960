using System.Text.RegularExpressions;
using Portal.Workflows;

namespace Portal.Tests.Architecture;

/// <summary>
/// A process is a module: outside of its own folders nothing names it, neither a type of its, nor the key of its process, nor that of a
/// form.
/// </summary>
public class ModuleTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    /// <summary>Lists every module by name: the one line that a new process adds.</summary>
    private const string ListOfModules = "Portal.Workflows/ShippedProcesses.cs";

    private static readonly System.Reflection.Assembly[] Assemblies =
        [typeof(Portal.Domain.Cases.Case).Assembly, typeof(ShippedProcesses).Assembly];

    private static readonly Regex Literal = new(@"""[^""\n]*""");

    private static readonly string[] Names = [.. ShippedProcesses.All.Select(p => p.GetType().Namespace!.Split('.')[^1]).Distinct()];

    public static TheoryData<string> Modules => [.. Names];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Outside_of_its_folders_nothing_names_a_module(string module)
    {
        // Keys also as a part of a text: "status.field-trip.Closed".
        var types = new Regex($@"\b(?:{string.Join('|', TypesOf(module))})\b");
        var texts = new Regex(
            $@"""[^""\n]*(?<![\w-])(?:{string.Join('|', KeysOf(module))})(?![\w-])[^""\n]*"""
            + $@"|""(?:{string.Join('|', StatusesOf(module))})""");
        var found = Sources().Where(f => !f.Contains($"/{module}/", StringComparison.Ordinal) && f != ListOfModules)
            .SelectMany(f => File.ReadLines(Path.Combine(Root, f)).Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .SelectMany(l => new[] { types.Match(Literal.Replace(l, "")), texts.Match(l) })
                .Where(m => m.Success)
                .Select(m => $"{f}: {m.Value}"))
            .Distinct().ToList();
        Assert.True(found.Count == 0, $"Names {module}:\n{string.Join('\n', found)}");
    }

    // A name that another part of the house has as well tells nothing.
    private static IEnumerable<string> TypesOf(string module) => TypesOfAlone(module).Except(
        Assemblies
            .SelectMany(a => a.GetTypes())
            .Where(t => !t.IsNested && t.Namespace?.Split('.').Contains(module) != true)
            .Select(t => t.Name.Split('`')[0]));

    private static IEnumerable<string> TypesOfAlone(string module) =>
        Assemblies.SelectMany(a => a.GetTypes())
            .Where(t =>
                !t.IsNested && t.Namespace is { } space && Regex.IsMatch(space, $@"^Portal\.(Domain|Workflows\.Processes)\.{module}(\.|$)"))
            .Select(t => t.Name.Split('`')[0]).Where(n => !n.StartsWith('<')).Distinct();

    // Forms that several processes share belong to none of them.
    private static IEnumerable<string> KeysOf(string module)
    {
        var processes = ShippedProcesses.All.Where(p => p.GetType().Namespace!.Split('.').Contains(module)).ToList();
        return processes.Select(p => p.Key)
            .Concat(processes
            .SelectMany(p => p.Forms)
            .Where(f => f.InputType.Namespace!.EndsWith($".{module}", StringComparison.Ordinal))
            .Select(f => f.Key)).Distinct();
    }

    // The process's own words for how a case stands, but for those that several processes have, or that every case has.
    private static IEnumerable<string> StatusesOf(string module)
    {
        IEnumerable<string> Of(string one) => typeof(Portal.Domain.Cases.Case).Assembly.GetTypes()
            .Where(t => t.IsEnum && t.Name.EndsWith("Status", StringComparison.Ordinal) && t.Namespace == $"Portal.Domain.{one}")
            .SelectMany(Enum.GetNames);
        return Of(module).Except(Names.Where(m => m != module).SelectMany(Of)).Except(Enum.GetNames<Portal.Domain.Cases.CaseState>())
            .Append("NoSuchStatus");
    }

    private static IEnumerable<string> Sources() =>
        from project in new[] { "Portal.Domain", "Portal.Workflows", "Portal.Web" }
        from file in Directory.EnumerateFiles(Path.Combine(Root, project), "*.*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where (path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            && !path.Contains("/Migrations/", StringComparison.Ordinal)
        select path;
}
