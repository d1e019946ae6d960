using CsCheck;
using Portal.Domain.Common;
using Portal.Tests.TestKit;
using Portal.Web.Texts;
using Portal.Workflows;

namespace Portal.Tests.Domain;

/// <summary>What is stored once is told to each reader in their language, and nothing that a person types becomes more than
/// words.</summary>
public class LocalTextTests
{
    [Fact]
    public void A_title_is_told_in_the_language_of_who_reads_it()
    {
        var title = LocalText.Of("title.field-trip", "Xã Bản Cuông, 12–14/05");
        Assert.Equal("Đi báo việc: Xã Bản Cuông, 12–14/05", title.InVietnamese());
        Assert.Equal("Field trip: Xã Bản Cuông, 12–14/05", title.InEnglish());
        Assert.Equal(title, LocalText.Read(title.Stored));
    }

    [Fact]
    public void A_notice_leaves_out_what_the_matter_itself_is_called()
    {
        var title = LocalText.Of("title.meeting-attendance", "Xã Bản Cuông, 08:00 12/05").About("Hội nghị lần thứ chín");
        Assert.Equal("Dự họp: Xã Bản Cuông, 08:00 12/05 – Hội nghị lần thứ chín", title.InVietnamese());
        var notice = LocalText.Join(LocalText.Typed("DH-2026/0001"), default, title.WithoutDetail);
        Assert.Equal("DH-2026/0001 · Meeting attendance: Xã Bản Cuông, 08:00 12/05", notice.InEnglish());
        Assert.Equal("Xin xe", LocalText.Typed("Xin xe – đi họp về nhân sự").WithoutDetail.InVietnamese());
        Assert.Equal("Task: Xác minh", LocalText.Of("title.leader-task", "Xác minh – đơn của công dân").WithoutDetail.InEnglish());
    }

    [Fact]
    public void A_text_with_too_few_arguments_is_told_with_a_gap() =>
        Assert.Equal("Gợi ý kiểm điểm năm 2026: ", LocalText.Of("title.review-suggestion-area", "2026").InVietnamese());

    [Fact]
    public void What_was_stored_before_there_were_keys_is_told_as_it_stands() =>
        Assert.Equal("Đi báo việc: {0} {1", LocalText.Read("Đi báo việc: {0} {1").InVietnamese());

    [Fact]
    public void Whatever_people_type_stays_words() => Gen.String.Array[1, 3].Sample(typed =>
    {
        var text = LocalText.Of("title.monthly-trip-plan", typed[0], typed[^1]).About(typed[0]);
        Assert.Equal("title.monthly-trip-plan", text.Key);
        Assert.Equal(2, text.Arguments.Count);
        Assert.Single(text.Parts);
        Assert.Null(LocalText.Typed(typed[0]).Key);
        Assert.Equal(LocalText.Typed(typed[0]).Stored, LocalText.Typed(typed[0]).InEnglish());
    });

    [Fact]
    public void Every_title_that_the_processes_give_has_a_text_in_both_languages()
    {
        var texts = new TextCatalogue();
        string[] keys = [.. texts.Vietnamese.Keys.Where(k => k.StartsWith("title.", StringComparison.Ordinal))];
        Assert.All(ShippedProcesses.All.Select(p => $"title.{p.Key}"), k => Assert.Contains(k, keys));
        Assert.All(keys, k => Assert.Contains(k, texts.English.Keys));
    }
}
