using Portal.Domain.Areas;

namespace Portal.Web.Operations.FollowUps;

/// <summary>What an address asks a register for: the page and the file made of it show the same records.</summary>
public static class FollowedAddress
{
    /// <param name="value">A value of the address by its key; empty where it has none.</param>
    public static FollowedFilter Of(Func<string, string> value) => new()
    {
        AreaId = value("dia-ban"),
        GroupId = value("nhom"),
        Domain = WorkDomains.All.Contains(value("linh-vuc")) ? value("linh-vuc") : "",
        Type = value("loai"),
        Progress = Enum.TryParse<FollowedProgress>(value("tinh-trang"), out var progress) && $"{progress}" == value("tinh-trang")
            ? progress
            : FollowedProgress.All,
        From = AddressDay.Of(value("tu")),
        To = AddressDay.Of(value("den")),
    };
}
