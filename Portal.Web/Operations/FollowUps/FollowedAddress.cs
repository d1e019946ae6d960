using System.Globalization;

namespace Portal.Web.Operations.FollowUps;

/// <summary>What an address asks a register for: the page and the file made of it show the same records.</summary>
public static class FollowedAddress
{
    /// <param name="value">A value of the address by its key; empty where it has none.</param>
    public static FollowedFilter Of(Func<string, string> value) => new()
    {
        AreaId = value("dia-ban"),
        GroupId = value("nhom"),
        Domain = value("linh-vuc"),
        Type = value("loai"),
        Progress = Enum.TryParse<FollowedProgress>(value("tinh-trang"), out var progress) && $"{progress}" == value("tinh-trang")
            ? progress
            : FollowedProgress.All,
        From = DayOf(value("tu")),
        To = DayOf(value("den")),
    };

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Domain.Forms.FormText.IsInRange(day)
            ? day
            : null;
}
