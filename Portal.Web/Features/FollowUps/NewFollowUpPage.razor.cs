using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Contacts;
using Portal.Domain.Forms;
using Portal.Web.Operations;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Operations.Forms;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Features.FollowUps;

public partial class NewFollowUpPage
{
    private static readonly TaskAction Send = new() { Key = "NoteFollowUp", Label = "" };

    private CaseContext? _context;
    private FollowedKind _kind;
    private FormChoices _choices = new();

    [SupplyParameterFromQuery(Name = "dia-ban")]
    public string? Area { get; set; }

    [Inject]
    private CurrentActor Current { get; set; } = null!;

    [Inject]
    private PortalOperations Operations { get; set; } = null!;

    [Inject]
    private FollowUpQueries Registers { get; set; } = null!;

    [Inject]
    private FollowUpActs Acts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnParametersSetAsync()
    {
        _kind = Routes.FollowedKindOf(new Uri(Navigation.Uri).AbsolutePath);
        _context = await Operations.ContextAsync(await Current.GetAsync());
        _choices = _context.Directory.GroupsOf(_context.Actor.PersonId, _context.Today).Any()
            ? FormChoices.Of(_context, null, wholeCommittee: false, areasAreFixed: true)
            : new FormChoices();
        _choices = _choices with { Suggestions = FollowUpQueries.Suggestions(_context, [.. _choices.Areas.Select(a => a.Value)]) };
    }

    // What the day, the person and the address say already.
    private JsonObject Known()
    {
        var (context, now) = (_context!, VietnamTime.ToLocal(_context!.Now));
        string? area = _choices.Areas is [var only] ? only.Value : _choices.Areas.FirstOrDefault(a => a.Value == Area)?.Value;
        var own = context.Directory.GroupsOf(context.Actor.PersonId, context.Today)
            .SelectMany(g => context.Directory.SpecialitiesOf(context.Actor.PersonId, g, context.Today)).Distinct().ToList();
        var known = new JsonObject { ["areaId"] = area, ["domain"] = own is [var domain] ? domain : null };
        if (_kind == FollowedKind.Contact)
        {
            known["counterpart"] = nameof(CounterpartKind.Area);
            known["at"] = FormInput.ToJson(new NewContactInput { At = now.AddMinutes(-now.Minute % 5).AddSeconds(-now.Second) })["at"]
                ?.DeepClone();
        }
        else
        {
            known["date"] = context.Today.Invariant();
        }

        return known;
    }

    private async Task<Refusal?> SendAsync(TaskAction action, JsonObject form, JsonObject? extra)
    {
        var entered = await Acts.EnterAsync(await Current.GetAsync(), _kind, form);
        if (!entered.IsSuccess)
        {
            return entered.Refusal;
        }

        Navigation.NavigateTo(Routes.FollowUp(_kind, entered.Value));
        return null;
    }
}
