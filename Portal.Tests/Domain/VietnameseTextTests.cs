using System.Text;
using Portal.Domain.Common;

namespace Portal.Tests.Domain;

/// <summary>The order of names and the search without tone marks that Vietnamese offices expect.</summary>
public class VietnameseTextTests
{
    private static readonly string[] ByGivenName =
    [
        "Kiều Thị Vân Anh", "Bùi Thị Ánh", "Vũ Thị Ngọc Ân", "Từ Ngọc Ẩn", "Trần Bảo Ấn", "Thân Thị Diễm", "Kim Thị Thùy Dung",
        "Hồ Sĩ Dũng",
        "Hoàng Ánh Dương", "Lâm Quốc Đạt", "Lý Thành Đô", "Triệu Thị Én", "Nguyễn Thị Hoa", "Tô Thị Mỹ Hòa", "Chu Thị Hoài",
        "Quách Thị Oanh",
        "Hà Quang Ổn", "Phạm Công Quý", "Nghiêm Thị Quyên", "Trịnh Thị Minh Uyên", "Nguyễn Đình Ước", "Lương Đức Ý", "Lê Thị Thanh Yến",
    ];

    [Fact]
    public void People_are_ordered_by_given_name_in_Vietnamese_order()
    {
        var shuffled = ByGivenName.OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).ToList();
        Assert.Equal(ByGivenName, shuffled.Order(Comparer<string>.Create(VietnameseText.CompareNames)));

        // The database compares plain bytes: the stored key gives the same order.
        Assert.Equal(ByGivenName, shuffled.OrderBy(VietnameseText.SortKey, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("dat", "Lâm Quốc Đạt")]
    [InlineData("hoa", "Nguyễn Thị Hoa")]
    [InlineData("hoa", "Tô Thị Mỹ Hòa")]
    [InlineData("hoa", "Tô Thị Mỹ Hoà")]
    [InlineData("uoc nguyen", "Nguyễn Đình Ước")]
    [InlineData("ĐÔ", "Lý Thành Đô")]
    [InlineData("  dong   lau ", "Xã Đồng Lau")]
    public void Search_ignores_tone_marks_case_and_order(string query, string text)
    {
        Assert.All(VietnameseText.QueryWords(query), w => Assert.Contains(w, VietnameseText.Fold(text), StringComparison.Ordinal));
        Assert.All(VietnameseText.QueryWords(query.Normalize(NormalizationForm.FormD)),
            w => Assert.Contains(w, VietnameseText.Fold(text.Normalize(NormalizationForm.FormC)), StringComparison.Ordinal));
    }

    [Fact]
    public void Text_typed_decomposed_is_folded_like_composed_text() =>
        Assert.All(ByGivenName, n => Assert.Equal(VietnameseText.Fold(n), VietnameseText.Fold(n.Normalize(NormalizationForm.FormD))));

    [Fact]
    public void An_abbreviation_finds_what_it_stands_for() =>
        Assert.All(VietnameseText.QueryWords("UBND"),
            w => Assert.Contains(w, VietnameseText.Fold("Ủy ban nhân dân xã Bàu Nổi"), StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_found_that_is_not_there() =>
        Assert.DoesNotContain(VietnameseText.QueryWords("dat")[0], VietnameseText.Fold("Nguyễn Thị Hoa"), StringComparison.Ordinal);
}
