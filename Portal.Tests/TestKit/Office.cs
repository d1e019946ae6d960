using System.Globalization;

namespace Portal.Tests.TestKit;

/// <summary>An office of sixty people, twelve groups and 160 areas, as somebody fills it into the workbook.</summary>
internal static class Office
{
    public const string Lead = "Trưởng Nhóm Một";

    private const string Begin = "01/07/2025";
    private const string Decision = "112-QĐ/BTCTU";

    /// <summary>Names that are no two people's.</summary>
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng"];
    private static readonly string[] Given = ["An", "Bình", "Châu", "Dũng", "Én", "Giang", "Hạnh", "Khoa", "Lan"];

    public static MemoryStream Workbook()
    {
        var made = new MadeWorkbook();
        var people = Enumerable.Range(0, 55).Select(i => i == 0 ? Lead : NameOf(i)).ToList();
        made.Sheet("Phòng").Row("Tên", "Tên viết tắt", "Lĩnh vực").Row("Văn phòng", "VP")
            .Row("Phòng Tổ chức cán bộ", "TCCB", "Tổ chức, cán bộ")
            .Row("Phòng Tổ chức đảng, đảng viên", "TCDV", "Tổ chức đảng, đảng viên").Row("Phòng Bảo vệ chính trị nội bộ", "BVCTNB");
        made.Sheet("Cán bộ").Row("DANH SÁCH CÁN BỘ").Row("TT", "Họ và tên", "Chức vụ", "Phòng", "Từ ngày");
        for (var i = 1; i <= 5; i++)
        {
            made.Row(i, LeaderOf(i), i == 1 ? "Trưởng ban" : "Phó Trưởng ban", null, (Serial(2025, 1, 1), MadeWorkbook.OwnDay));
        }

        foreach (var (name, i) in people.Select((n, i) => (n, i)))
        {
            made.Row(i + 6, name, i < 12 ? "Trưởng phòng" : "Chuyên viên", i % 2 == 0 ? "TCCB" : "Phòng Tổ chức đảng, đảng viên", Begin);
        }

        made.Sheet("Lãnh đạo Ban").Row("Lãnh đạo", "Chức vụ", "Thường trực", "Từ ngày");
        for (var i = 1; i <= 5; i++)
        {
            made.Row(LeaderOf(i), i == 1 ? "Trưởng ban" : "Phó Trưởng ban", i == 2 ? "x" : null, "1/1/2025");
        }

        made.Sheet("Loại địa bàn").Row("Mã", "Tên", "Từ ngày").Row("XA", "Xã", "01/01/2000").Row("SO", "Sở và tương đương", "01/01/2000");
        made.Sheet("Quyết định phân công").Row("Số, ký hiệu", "Ngày ký", "Người ký")
            .Row(Decision, "ngày 28 tháng 6 năm 2025", LeaderOf(1));
        made.Sheet("Nhóm").Row("Mã", "Tên", "Từ ngày");
        for (var i = 1; i <= 12; i++)
        {
            made.Row($"N{i:00}", $"Nhóm {i}", Begin);
        }

        made.Sheet("Thành viên nhóm").Row("Nhóm", "Họ và tên", "Trưởng nhóm", "Quyết định", "Từ ngày");
        for (var i = 0; i < 48; i++)
        {
            made.Row($"Nhóm {(i % 12) + 1}", people[i], i < 12 ? "Có" : "Không", Decision, Begin);
        }

        AddAreas(made);
        return made.Make();
    }

    private static void AddAreas(MadeWorkbook made)
    {
        made.Sheet("Địa bàn").Row("Tên địa bàn", "Loại", "Từ ngày");
        for (var i = 1; i <= 160; i++)
        {
            made.Row(AreaOf(i), i <= 120 ? "Xã" : "Sở và tương đương", Begin);
        }

        made.Sheet("Phân công địa bàn").Row("Địa bàn", "Nhóm theo dõi", "Quyết định", "Từ ngày");
        for (var i = 1; i <= 160; i++)
        {
            made.Row(AreaOf(i), $"N{(i % 12) + 1:00}", Decision, Begin);
        }

        made.Sheet("Phạm vi phụ trách").Row("Lãnh đạo", "Nhóm", "Từ ngày");
        for (var i = 1; i <= 12; i++)
        {
            made.Row(LeaderOf((i % 5) + 1), $"Nhóm {i}", Begin);
        }

        made.Sheet("Đầu mối").Row("Địa bàn", "Họ và tên", "Chức vụ", "Điện thoại");
        for (var i = 1; i <= 160; i++)
        {
            made.Row(AreaOf(i), $"Đầu Mối {i}", "Trưởng Ban Xây dựng Đảng", $"0900 000 {i:000}");
        }
    }

    public static string AreaOf(int number) => number <= 120 ? $"Xã Lam {number:000}" : $"Sở Lam {number:000}";

    private static string LeaderOf(int number) => $"Lãnh Đạo {Given[number]}";

    private static string NameOf(int number) => $"{Families[number % 6]} Văn {Given[number / 6 % 9]} {(char)('A' + (number % 23))}";

    private static double Serial(int year, int month, int day) => new DateTime(year, month, day, new GregorianCalendar()).ToOADate();
}
