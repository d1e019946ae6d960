using Portal.Domain.Areas;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Texts;

namespace Portal.Web.Shared;

/// <summary>What was noted and is followed up in words, on screen and in files.</summary>
public static class FollowedWords
{
    private const int Longest = 240;

    /// <summary>The beginning of what it is about; of a Restricted record that it is so.</summary>
    public static string Of(Localizer texts, FollowedRow row)
    {
        if (row.IsRestricted)
        {
            return texts["ReportItem.Restricted"];
        }

        var subject = row.Subject.Length == 0 ? texts["ReportItem.OffSystem"] : row.Subject.ReplaceLineEndings(" ");
        return subject.Length <= Longest ? subject : $"{subject[..(Longest - 1)]}…";
    }

    /// <summary>Key of the words for what a register tells apart.</summary>
    public static string TypeKey(FollowedKind kind, string type) => $"option.{FieldOf(kind)}.{type}";

    /// <summary>With whom it was: a body, departments, a person.</summary>
    public static string Partner(FollowedRow row, OrganisationDirectory directory) => string.Join("; ",
        new[] { row.With }.Concat(row.DepartmentIds.Select(d => directory.Department(d)?.Name ?? d)).Append(row.Person)
            .Where(t => t.Length > 0));

    /// <summary>By which channel it was; of a meeting its type.</summary>
    public static string Means(Localizer texts, FollowedKind kind, FollowedRow row, OrganisationDirectory directory) => row.Means switch
    {
        "" => "",
        _ when kind == FollowedKind.Contact => texts[$"option.{row.Means}"],
        _ => directory.Data.MeetingTypes.FirstOrDefault(t => t.Id == row.Means)?.Name ?? "",
    };

    private static string FieldOf(FollowedKind kind) => kind switch
    {
        FollowedKind.Contact => "counterpart",
        _ => "type",
    };
}
