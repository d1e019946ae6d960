using System.Globalization;
using Portal.Domain.Areas;
using Portal.Domain.Cases;

namespace Portal.Web.Operations.ReportItems;

/// <summary>What an address asks the register for: the page and the files made of it show the same items.</summary>
public static class ReportItemAddress
{
    /// <summary>Most days that an age may be asked for.</summary>
    public const int OldestDays = 36_500;

    /// <param name="value">A value of the address by its key; empty where it has none.</param>
    public static ReportItemFilter Of(Func<string, string> value) => new()
    {
        AreaId = value("dia-ban"),
        DepartmentId = value("phong"),
        Domain = WorkDomains.All.Contains(value("linh-vuc")) ? value("linh-vuc") : "",
        Kind = Named<ReportItemKind>(value("loai")),
        Level = Named<ReportItemLevel>(value("muc")),
        Progress = Named<ReportItemProgress>(value("tinh-trang")) ?? ReportItemProgress.Open,
        OlderThanDays = int.TryParse(value("tuoi"), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? Math.Min(days, OldestDays)
            : 0,
    };

    private static T? Named<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) && name == value.ToString() ? value : null;
}
