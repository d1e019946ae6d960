using Portal.Domain.Administration.Workbook;
using Portal.Domain.Common;
using Portal.Web.Persistence.Seed;

namespace Portal.Tests.Domain;

/// <summary>How days and texts are written in real sheets.</summary>
public class WorkbookTextTests
{
    private const string Tcvn3Old = "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉË®ÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ¡¢§£¤¥¦";
    private const string Tcvn3New = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵĂÂĐÊÔƠƯ";

    [Theory]
    [InlineData("1/9/2026")]
    [InlineData("01/09/2026")]
    [InlineData(" 01/09/2026 ")]
    [InlineData("1-9-2026")]
    [InlineData("1.9.2026")]
    [InlineData("1 / 9 / 2026")]
    [InlineData("1/9/26")]
    [InlineData("2026-09-01")]
    [InlineData("2026/9/1")]
    [InlineData("2026-09-01T00:00:00")]
    [InlineData("2026-09-01 00:00:00")]
    [InlineData("01/09/2026 00:00")]
    [InlineData("ngày 1 tháng 9 năm 2026")]
    [InlineData("Ngày 01 tháng 09 năm 2026")]
    [InlineData("1 tháng 9, năm 2026")]
    [InlineData("NGÀY 1 THÁNG 9 NĂM 2026.")]
    public void A_day_is_read_however_it_is_written(string text) =>
        Assert.Equal((new DateOnly(2026, 9, 1), null), WrittenDay.Read(text));

    [Theory]
    [InlineData("9/2026", "Workbook.NoDayOfMonth")]
    [InlineData("09-2026", "Workbook.NoDayOfMonth")]
    [InlineData("2026-09", "Workbook.NoDayOfMonth")]
    [InlineData("tháng 9 năm 2026", "Workbook.NoDayOfMonth")]
    [InlineData("tháng 9/2026", "Workbook.NoDayOfMonth")]
    [InlineData("2026", "Workbook.NoDayOfMonth")]
    [InlineData("năm 2026", "Workbook.NoDayOfMonth")]
    [InlineData("31/02/2026", "Workbook.BadDay")]
    [InlineData("9/13/2026", "Workbook.BadDay")]
    [InlineData("1/9-2026", "Workbook.BadDay")]
    [InlineData("01/09/0026", "Workbook.BadDay")]
    [InlineData("01/09/2126", "Workbook.BadDay")]
    [InlineData("hôm qua", "Workbook.BadDay")]
    [InlineData("46266", "Workbook.BadDay")]
    [InlineData("0/0/2026", "Workbook.BadDay")]
    public void What_is_no_day_says_why(string text, string error) => Assert.Equal((null, error), WrittenDay.Read(text));

    [Fact]
    public void Two_figures_of_a_year_are_of_this_century_or_the_last() =>
        Assert.Equal((new DateOnly(1998, 5, 20), new DateOnly(2021, 11, 2)),
            (WrittenDay.Read("20/5/98").Day!.Value, WrittenDay.Read("2/11/21").Day!.Value));

    [Fact]
    public void Every_day_of_ten_years_is_read_back_from_each_way_of_writing_it()
    {
        for (var day = new DateOnly(2020, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            string[] written =
            [
                $"{day:dd/MM/yyyy}", $"{day.Day}-{day.Month}-{day.Year}", $"{day:d.M.yy}", $"{day:yyyy-MM-dd}",
                $"ngày {day.Day} tháng {day.Month} năm {day.Year}",
            ];
            Assert.All(written, w => Assert.Equal((day, null), WrittenDay.Read(w)));
        }
    }

    [Fact]
    public void Names_of_today_are_taken_for_nothing_else()
    {
        Assert.All(Names(), n => Assert.Null(OldFontText.Find(n)));
        Assert.All(Names(), n => Assert.Null(OldFontText.Find(n.Normalize(System.Text.NormalizationForm.FormD))));
        foreach (var text in new[]
        {
            "Lê Bá Nhã", "Âu Tô Hòa", "Vũ Ngọc Ân", "100 m²", "25°C", "15-QĐ/BTCTU", "“Xã”", "A · B", "Chi bộ 3 – Văn phòng",
            "Nguyễn Văn Ðạt",
            "Quế Hoà", "Toàn Loan", "Huế", "Uý",
        })
        {
            Assert.Null(OldFontText.Find(text));
        }
    }

    [Fact]
    public void Names_in_TCVN3_are_named_as_such_and_read()
    {
        foreach (var name in Names().Where(n => n.Any(c => c > '\u007f')))
        {
            var old = string.Concat(name.Select(c => Tcvn3New.IndexOf(c) is >= 0 and var i ? Tcvn3Old[i] : c));
            if (name.All(c => c < '\u0100') || name.Any(c => c > '\u007f' && Tcvn3New.IndexOf(c) < 0))
            {
                continue;
            }

            Assert.True(OldFontText.Find(old) is ("TCVN3 (ABC)", _), $"{name}: {old}");
            Assert.Equal(name, OldFontText.Find(old)!.Value.Reads);
            Assert.Equal(name, OldFontText.Find(old, ".VnTime")!.Value.Reads);
        }
    }

    [Theory]
    [InlineData("Nguyeãn Vaên Ñöùc", "Nguyễn Văn Đức")]
    [InlineData("Phöôøng Lam Tieàn", "Phường Lam Tiền")]
    [InlineData("Traàn Thò Thanh Yeán", "Trần Thị Thanh Yến")]
    [InlineData("Xaõ Ñoàng Sậy", null)]
    [InlineData("Sôû Noäi vuï", "Sở Nội vụ")]
    [InlineData("Huyeän Suoái Kheâ", "Huyện Suối Khê")]
    public void Names_in_VNI_are_named_as_such_and_read(string old, string? name) =>
        Assert.Equal(name is null ? null : ("VNI", name), OldFontText.Find(old));

    [Fact]
    public void A_font_tells_where_the_letters_alone_do_not()
    {
        Assert.Null(OldFontText.Find("Vâ T©n".Replace("©", "a", StringComparison.Ordinal)));
        Assert.Equal(("TCVN3 (ABC)", "Võ"), OldFontText.Find("Vâ", ".VnTimeH"));
        Assert.Equal(("VNI", "Sơn"), OldFontText.Find("Sôn", "VNI-Times"));
        Assert.Null(OldFontText.Find("Võ Văn Sơn", ".VnTime"));
        Assert.Null(OldFontText.Find("Lam Tien", ".VnTime"));
    }

    private static IEnumerable<string> Names() => DemoOrganisation.Logins().Select(l => l.Name)
        .Concat(SeedResources.Read<DemoOrganisation.File>("demo").Areas.Select(a => a.Name));
}
