using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Web.Monitoring;
using Portal.Web.Processes;
using Portal.Web.Security;
using Portal.Web.Texts;

namespace Portal.Web.Shared.Layout;

public partial class MainLayout
{
    private static readonly MenuEntry[] Menu =
    [
        new(10, Routes.Home, Icons.Material.Filled.Home, "Home.Title"),
        new(20, Routes.Inbox, Icons.Material.Filled.Inbox, "Inbox.Title"),
        new(25, Routes.WorkBoard, Icons.Material.Filled.ViewColumn, "WorkBoard.Title"),
        new(30, Routes.Cases, Icons.Material.Filled.Folder, "Cases.Title"),
        new(40, Routes.Areas, Icons.Material.Filled.Map, "Area.Title"),
        new(45, Routes.ReportItems, Icons.Material.Filled.Lightbulb, "ReportItem.Menu"),
        new(46, Routes.Contacts, Icons.Material.Filled.ContactPhone, "Contact.Menu"),
        new(47, Routes.Guidance, Icons.Material.Filled.FactCheck, "Guidance.Menu"),
        new(48, Routes.UninvitedMeetings, Icons.Material.Filled.EventNote, "UninvitedMeeting.Menu"),
        new(50, Routes.Calendar, Icons.Material.Filled.CalendarMonth, "Calendar.Title"),
        new(60, Routes.Absences, Icons.Material.Filled.EventBusy, "Absence.Title"),
        new(70, Routes.Regulation, Icons.Material.Filled.MenuBook, "Regulation.Title"),
        new(75, Routes.Compliance, Icons.Material.Filled.Rule, "Compliance.Title"),
        new(80, Routes.Audit, Icons.Material.Filled.History, "Audit.Title"),
        new(90, Routes.Organisation, Icons.Material.Filled.AccountTree, "Registry.Title", Policies.Administration),
        new(95, Routes.Setup, Icons.Material.Filled.Checklist, "Setup.Title", Policies.Administrator),
        new(100, Routes.Processes, Icons.Material.Filled.Schema, "Design.Title", Policies.Design),
        new(110, Routes.Settings, Icons.Material.Filled.Tune, "Settings.Title", Policies.Administration),
        new(120, Routes.Backups, Icons.Material.Filled.Backup, "Backup.Title", Policies.Administrator),
        new(130, Routes.Incidents, Icons.Material.Filled.ReportProblem, "Incidents.Title", Policies.Administrator),
    ];

    private readonly List<MenuEntry> _menu = [];
    private ErrorBoundary? _boundary;
    private bool _open = true;
    private bool _dark;
    private string _name = "";
    private int _unread;
    private IDisposable? _listening;
    private IDisposable? _shutdownRegistration;
    private bool _ending;

    [CascadingParameter]
    public ThemeChoice? Choice { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _dark = Choice?.Dark == true;
        var actor = await Current.GetAsync();
        _name = actor.Name;
        _unread = await Notifications.CountUnreadAsync(actor);
        var user = (await Session.GetAuthenticationStateAsync()).User;
        foreach (var entry in Menu.Concat(Modules.Menu).OrderBy(e => e.Order))
        {
            if (entry.Policy is not { } policy || (await Rights.AuthorizeAsync(user, null, policy)).Succeeded)
            {
                _menu.Add(entry);
            }
        }

        _shutdownRegistration = ShutdownNotice.Register(() => InvokeAsync(TellOfShutdownAsync));
        _listening = Feed.Listen(actor.PersonId, null, () => InvokeAsync(async () =>
        {
            _unread = await Notifications.CountUnreadAsync(actor);
            StateHasChanged();
        }));
    }

    protected override void OnParametersSet() => _boundary?.Recover();

    private async Task TellOfShutdownAsync()
    {
        _ending = true;
        StateHasChanged();

        // Once the browser has answered, the page has been told and the connection may be closed.
        await Js.InvokeVoidAsync("portal.reached");
    }

    private string OtherLanguage
    {
        get
        {
            var here = Uri.EscapeDataString("/" + Navigation.ToBaseRelativePath(Navigation.Uri));
            return $"/ngon-ngu?c={(Localizer.IsEnglish ? "vi-VN" : "en-GB")}&ve={here}";
        }
    }

    private bool IsHere(string href)
    {
        var path = new Uri(Navigation.Uri).AbsolutePath;
        return path == href || (href != Routes.Home && path.StartsWith($"{href}/", StringComparison.Ordinal));
    }

    private async Task SwitchThemeAsync()
    {
        _dark = !_dark;
        await Js.InvokeVoidAsync("portal.theme", _dark ? "dark" : "light");
    }

    public void Dispose()
    {
        _listening?.Dispose();
        _shutdownRegistration?.Dispose();
    }
}
