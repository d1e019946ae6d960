using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Shared;
using Portal.Web.Texts;

namespace Portal.Tests.Components;

/// <summary>X-06: deadlines in words, on working days and on days off.</summary>
public class DueTextTests
{
    [Fact]
    public async Task Whatever_day_it_is_no_deadline_is_zero_days_away_and_none_of_another_day_is_todays()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var texts = scope.ServiceProvider.GetRequiredService<Localizer>();
        var context = await portal.Operations.ContextAsync(Actor.System);
        for (var now = new DateTime(2026, 12, 1, 9, 0, 0); now.Year < 2028; now = now.AddHours(17))
        {
            var today = context with { Now = VietnamTime.ToUtc(now) };
            for (var days = -4; days <= 4; days++)
            {
                var due = VietnamTime.ToUtc(now.Date.AddDays(days).AddHours(17));
                var words = DueText.Of(due, today, texts);
                Assert.DoesNotContain(" 0 ", words, StringComparison.Ordinal);
                Assert.Equal(days == 0, words.Contains("hôm nay", StringComparison.Ordinal));
                Assert.Equal(due < today.Now, words.StartsWith("Quá hạn", StringComparison.Ordinal));
            }
        }
    }
}
