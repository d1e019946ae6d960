using System.Threading.Channels;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Cases;

namespace Portal.Tests.Web;

/// <summary>Open pages follow what happens: at once, and not once for each of many.</summary>
public class CaseFeedTests
{
    [Fact]
    public async Task A_page_is_told_of_the_first_at_once_and_of_the_rest_together_also_after_a_fault()
    {
        var feed = new CaseFeed();
        var calls = Channel.CreateUnbounded<TaskCompletionSource>();
        using var listening = feed.Listen(Trips.Member, null, () =>
        {
            var end = new TaskCompletionSource();
            calls.Writer.TryWrite(end);
            return end.Task;
        });
        (Guid, string)[] touched = [(Guid.NewGuid(), Trips.Member)];
        feed.Publish([(Guid.NewGuid(), Trips.Leader)]);
        feed.Publish(touched);
        var first = await calls.Reader.ReadAsync();
        for (var i = 0; i < 100; i++)
        {
            feed.Publish(touched);
        }

        first.SetException(new InvalidOperationException("Trang đang đóng."));
        var second = await calls.Reader.ReadAsync();
        second.SetResult();

        // A hundred were one; what comes later is told again.
        feed.Publish(touched);
        (await calls.Reader.ReadAsync()).SetResult();
        Assert.Equal(0, calls.Reader.Count);
        listening.Dispose();
        feed.Publish(touched);
        Assert.Equal(0, calls.Reader.Count);
    }
}
