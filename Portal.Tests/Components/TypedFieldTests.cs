using System.Globalization;
using Portal.Domain.WorkingCalendar;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Fields;

namespace Portal.Tests.Components;

/// <summary>Days, times and names as people type them.</summary>
public class TypedFieldTests
{
    /// <summary>A Saturday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 28);

    private static readonly WorkCalendar Calendar = new([]);

    [Theory]
    [InlineData("2/12", "2026-12-02")]
    [InlineData("2-12-26", "2026-12-02")]
    [InlineData("02.12.2026", "2026-12-02")]
    [InlineData("5/1", "2027-01-05")]
    [InlineData("29/2/2028", "2028-02-29")]
    [InlineData("29/2/2027", null)]
    [InlineData("31/4", null)]
    [InlineData("t3", "2026-12-01")]
    [InlineData("thứ 3", "2026-12-01")]
    [InlineData("Thứ Ba", "2026-12-01")]
    [InlineData("t7", "2026-11-28")]
    [InlineData("cn", "2026-11-29")]
    [InlineData("chủ nhật", "2026-11-29")]
    [InlineData("hôm nay", "2026-11-28")]
    [InlineData("mai", "2026-11-29")]
    [InlineData("ngày kia", "2026-11-30")]
    [InlineData("+2", "2026-12-01")]
    [InlineData("-1", "2026-11-27")]
    [InlineData("t8", null)]
    [InlineData("0/0", null)]
    [InlineData("1/1/0000", null)]
    [InlineData("sang năm", null)]
    [InlineData("", null)]
    public void A_day_is_read_as_people_write_it(string typed, string? day) =>
        Assert.Equal(
            day, TypedDay.Read(typed, Today, Calendar)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void Every_day_of_four_years_is_read_as_it_is_written_whatever_day_it_is()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2030; day = day.AddDays(1))
        {
            var today = day.AddDays((day.DayNumber % 300) - 150);
            foreach (var form in new[] { "dd/MM/yyyy", "d-M-yyyy", "d.M.yy", "d/M" })
            {
                Assert.Equal(day, TypedDay.Read(day.ToString(form, CultureInfo.InvariantCulture), today, Calendar));
            }
        }
    }

    [Fact]
    public void Every_minute_of_a_day_is_read_in_every_way_of_writing_it()
    {
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var (h, m, time) = (minute / 60, minute % 60, new TimeOnly(minute / 60, minute % 60));
            string[] ways =
            [
                $"{h}:{m:00}", $"{h:00}:{m:00}", $"{h}h{m:00}", $"{h}H{m:00}", $"{h}g{m:00}", $"{h}.{m:00}", $"{h:00}{m:00}",
                $" {h} h {m:00} ",
                .. m == 0 ? [$"{h}", $"{h}h", $"{h:00}h", $"{h} giờ"] : Array.Empty<string>(),
            ];
            Assert.All(ways, way => Assert.Equal(time, TypedTime.Read(way)));
        }

        Assert.All(["24:00", "8:60", "25h", "giờ", "99999", "8h30 chiều tối", ""], text => Assert.Null(TypedTime.Read(text)));
    }

    [Theory]
    [InlineData("hoa", "S2 S1")]
    [InlineData("Hòa", "S2 S1")]
    [InlineData("nth", "S1")]
    [InlineData("nguyen thi", "S1 S3")]
    [InlineData("s3", "S3")]
    [InlineData("dao", "S3")]
    [InlineData("uyen", "")]
    [InlineData("truong phong", "S2")]
    public void A_person_is_found_without_tone_marks_by_given_name_initials_code_or_words(string typed, string found)
    {
        Option[] people =
        [
            new("S1", "Nguyễn Thị Hòa – Chuyên viên"), new("S2", "Trần Văn Hòa – Trưởng phòng"),
            new("S3", "Nguyễn Thị Ðào – Chuyên viên"),
        ];
        Assert.Equal(
            found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), Likely.Of(people, typed).Select(o => o.Value).Order());
    }
}
