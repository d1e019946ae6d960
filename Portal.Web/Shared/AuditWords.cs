using System.Text.RegularExpressions;
using Portal.Domain.Areas;
using Portal.Web.Operations.Audit;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>An entry of the trail in words. Steps, outcomes, people, processes and parameters by their names; what has none stays as it was
/// written.</summary>
public static partial class AuditWords
{
    public static string Act(Localizer texts, AuditRow row) =>
        texts.First(row.Act, $"act.{row.Act}", $"admin.{row.Act[(row.Act.IndexOf('.') + 1)..]}");

    public static string Person(Localizer texts, AuditRow row, OrganisationDirectory directory) =>
        (row.PersonId.Length == 0 ? texts["Audit.System"] : directory.NameOf(row.PersonId))
            + ActingFor.Of(texts, directory, row.PersonId, row.ActingForId, row.At);

    public static string Details(Localizer texts, AuditRow row, OrganisationDirectory directory) =>
        string.Join(" · ", new[] { Subject(texts, row, directory), Further(texts, row, directory), row.Reason }.Where(s => s.Length > 0));

    private static string Subject(Localizer texts, AuditRow row, OrganisationDirectory directory) => KindOf(row) switch
    {
        "Task" or "Incident" => Steps(texts, row, row.Subject),
        "Definition" => Version(texts, row.Subject),
        "Setting" => texts.First(row.Subject, $"setting.{row.Subject}"),
        "Organisation" => ChangeWords.Name(row.Subject, directory) ?? row.Subject,
        "Item" when Guid.TryParse(row.Subject, out _) => row.Subject[..8],
        "Item" => directory.AreaName(row.Subject),
        "File" when Guid.TryParse(row.Subject, out _) => "",
        _ when row.Act == "Case.Migrated" => string.Join(" → ", row.Subject.Split(" → ").Select(v => Version(texts, v))),
        _ when row.Act == "Case.WentOffSystem" => Steps(texts, row, row.Subject),
        _ => directory.Person(row.Subject)?.FullName ?? row.Subject,
    };

    private static string Further(Localizer texts, AuditRow row, OrganisationDirectory directory) => row.Act switch
    {
        "Task.Completed" => texts.Action(row.Details),
        "Audit.Exported" =>
            string.Join(
                " · ",
                row.Details.Split(' ')
                    .Select(w => w == AuditQueries.Readings
                        ? texts["Audit.Readings"]
                        : texts.Find($"act-kind.{w}") ?? directory.Person(w)?.FullName ?? w)),
        "Task.Reassigned" or "Task.Taken" or "Task.HandedOver" => string.Join(", ", row.Details.Split(", ").Select(directory.NameOf)),
        "Case.Migrated" => string.Join("; ", row.Details.Split("; ").Select(m => Steps(texts, row, m))),
        "Incident.Raised" => texts.First(row.Details, $"incident.{row.Details}"),
        "Draft.Shared" => texts.First(row.Details, $"form.{row.Details}"),
        "Definition.Published" => string.Join("; ", BetweenDifferences().Split(row.Details).Select(d => Difference(texts, d))),
        "Definition.Requested" => texts.First(row.Details, $"intent.{row.Details}"),
        "Item.Exported" => texts.First(row.Details, $"item-progress.{row.Details}", $"item-state.{row.Details}"),
        _ when KindOf(row) == "Item" => directory.AreaName(row.Details),
        _ when KindOf(row) == "Organisation" => texts.Find($"admin.{row.Details}") ?? ChangeWords.Of(texts, row.Details, directory),
        _ => row.Details,
    };

    private static string KindOf(AuditRow row) => row.Act.Split('.')[0];

    // One step, or from one to another.
    private static string Steps(Localizer texts, AuditRow row, string steps) =>
        string.Join(" → ", steps.Split(" → ").Select(s => texts.First(s, $"step.{row.ProcessKey}.{s}")));

    // field-trip-v5: the fifth version of that process.
    private static string Version(Localizer texts, string id) => VersionPattern().Match(id) is { Success: true } match
        ? $"{texts.First(match.Groups["process"].Value, $"process.{match.Groups["process"].Value}")}, "
            + texts["Design.VersionNumber", match.Groups["number"].Value]
        : id;

    private static string Difference(Localizer texts, string difference)
    {
        if (DifferencePattern().Match(difference) is not { Success: true } match
            || texts.Find($"difference.{match.Groups["code"].Value}") is not { } label)
        {
            return difference;
        }

        var (code, step) = (match.Groups["code"].Value, match.Groups["step"].Value);
        string Words(string group) => StepWords.Difference(code, match.Groups[group].Value, [], texts, null);
        return code is "Added" or "Removed" ? $"{step}: {label}" : $"{step}: {label}: {Words("was")} → {Words("now")}";
    }

    [GeneratedRegex(@"^(?<process>.+)-v(?<number>\d+)$", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex VersionPattern();

    [GeneratedRegex("; (?=[A-Z][A-Za-z]+ )", RegexOptions.None, 10_000)]
    private static partial Regex BetweenDifferences();

    [GeneratedRegex(@"^(?<code>[A-Z][A-Za-z]+) (?<step>.*?): (?<was>.*) → (?<now>.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline, 10_000)]
    private static partial Regex DifferencePattern();
}
