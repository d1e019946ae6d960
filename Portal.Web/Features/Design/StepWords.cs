using Portal.Web.Texts;

namespace Portal.Web.Features.Design;

/// <summary>What a definition writes in short, in words.</summary>
internal static class StepWords
{
    /// <summary><c>groupLead, head</c>, <c>2 wd</c>: each part that has a word by its word.</summary>
    public static string Of(string value, T t) => string.Join(", ", value.Split(", ").Select(part =>
        part.EndsWith(" wd", StringComparison.Ordinal) ? t["Design.InWorkingDays", Number(part[..^3], t)]
        : part.EndsWith(" wh", StringComparison.Ordinal) ? t["Design.InWorkingHours", Number(part[..^3], t)]
        : Who(part, t)));

    public static string Who(string who, T t) =>
        who.StartsWith("role:", StringComparison.Ordinal) ? t.First(who, $"option.roles.{who[5..]}")
        : who.StartsWith("input:", StringComparison.Ordinal) ? t["Design.ByFact", who[6..]]
        : t.First(who, $"option.who.{who}");

    public static string Number(string number, T t) => char.IsDigit(number.FirstOrDefault()) ? number : t.First(number, $"setting.{number}");
}
