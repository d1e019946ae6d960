using Portal.Domain.Areas;
using Portal.Web.Operations.Audit;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>An entry of the trail in words. Steps, outcomes and people by their names; what has no name stays as it was written.</summary>
public static class AuditWords
{
    public static string Act(Localizer texts, AuditRow row) =>
        texts.First(row.Act, $"act.{row.Act}", $"admin.{row.Act[(row.Act.IndexOf('.') + 1)..]}");

    public static string Person(Localizer texts, AuditRow row, OrganisationDirectory directory) =>
        (row.PersonId.Length == 0 ? texts["Audit.System"] : directory.NameOf(row.PersonId))
            + ActingFor.Of(texts, directory, row.PersonId, row.ActingForId, row.At);

    public static string Details(Localizer texts, AuditRow row, OrganisationDirectory directory) =>
        string.Join(" · ", new[] { Subject(texts, row, directory), Further(texts, row, directory), row.Reason }.Where(s => s.Length > 0));

    private static string Subject(Localizer texts, AuditRow row, OrganisationDirectory directory)
    {
        if (row.ProcessKey is { } process && row.Act.StartsWith("Task.", StringComparison.Ordinal))
        {
            return texts.First(row.Subject, $"step.{process}.{row.Subject}");
        }

        if (directory.Person(row.Subject) is { } person)
        {
            return person.FullName;
        }

        return row.Subject;
    }

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
        _ => row.Details,
    };
}
