using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Notices;
using Portal.Web.Shared.Fields;

namespace Portal.Web.Features.Notices;

public partial class NoticesPage
{
    private const int PageSize = 30;

    private readonly Dictionary<NotificationClass, MailTiming> _timings = [];
    private Page<Notification> _page = new([], 0);
    private Dictionary<Guid, string> _numbers = [];
    private MailChoices? _choices;
    private string _address = "";
    private string? _problem;
    private bool _saved;
    private bool _unread;
    private int _at;
    private IDisposable? _listening;

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        await LoadAsync(actor);
        var choices = await Notices.ChoicesAsync(actor);
        _address = choices.Address;
        foreach (var (of, timing) in choices.Timings)
        {
            _timings[of] = timing;
        }

        _choices = choices;
        _listening = Feed.Listen(actor.PersonId, null, () => InvokeAsync(async () =>
        {
            await LoadAsync(actor);
            StateHasChanged();
        }));
    }

    private async Task LoadAsync(Actor actor)
    {
        _page = await Notices.ListAsync(actor, _unread, _at, PageSize);
        _numbers = await Notices.NumbersAsync(_page.Rows.Select(n => n.CaseId).OfType<Guid>());
    }

    private async Task SetAsync(bool unread, int page)
    {
        (_unread, _at) = (unread, page);
        await LoadAsync(await Current.GetAsync());
    }

    private async Task ReadAsync(Notification? notice)
    {
        var actor = await Current.GetAsync();
        await Notices.MarkReadAsync(actor, notice is null ? null : [notice.Id]);
        await LoadAsync(actor);
    }

    private async Task SaveAsync()
    {
        var done = await Notices.ChooseAsync(
            await Current.GetAsync(), new MailChoices(_address, new Dictionary<NotificationClass, MailTiming>(_timings)));
        _saved = done.IsSuccess;
        _problem = done.IsSuccess ? null : L.FirstOf(done.Refusal);
    }

    private List<Option> TimingsOf(NotificationClass of) =>
    [
        .. Choices.Of<MailTiming>(t => L[$"mail-timing.{t}"])
            .Where(t => of != NotificationClass.Urgent || t.Value == nameof(MailTiming.Immediate)),
    ];

    public void Dispose() => _listening?.Dispose();
}
