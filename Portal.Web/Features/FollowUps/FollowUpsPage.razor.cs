using Microsoft.AspNetCore.Components;
using Portal.Domain.Areas;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared;
using Portal.Web.Shared.Fields;

namespace Portal.Web.Features.FollowUps;

public partial class FollowUpsPage
{
    private CaseContext? _context;
    private FollowedKind _kind;
    private Page<FollowedRow>? _page;
    private IReadOnlyList<Option> _areas = [];
    private IReadOnlyList<Option> _types = [];
    private IReadOnlyList<Option> _domains = [];
    private IReadOnlyList<Option> _states = [];
    private bool _mayEnter;
    private bool _badFrom;
    private bool _badTo;

    [SupplyParameterFromQuery(Name = "dia-ban")]
    public string? Area { get; set; }

    [SupplyParameterFromQuery(Name = "loai")]
    public string? Type { get; set; }

    [SupplyParameterFromQuery(Name = "linh-vuc")]
    public string? Domain { get; set; }

    [SupplyParameterFromQuery(Name = "tinh-trang")]
    public string? Progress { get; set; }

    [SupplyParameterFromQuery(Name = "tu")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "den")]
    public string? To { get; set; }

    // One page for all registers: it may be asked for another one while it stands.
    protected override async Task LoadAsync()
    {
        var (actor, kind) = (await Current.GetAsync(), Routes.FollowedKindOf(new Uri(Navigation.Uri).AbsolutePath));
        if (_context is null || kind != _kind)
        {
            Prepare(await Operations.ContextAsync(actor), kind);
        }

        _page = await Registers.ListAsync(actor, kind, FollowedAddress.Of(key => Address[key]) with
        {
            Sort = SortOf<FollowedSort>() ?? FollowedSort.At,
            IsDescending = SortOf<FollowedSort>() is null || Address.IsDescending,
            Page = Address.Page,
        });
    }

    private void Prepare(CaseContext context, FollowedKind kind)
    {
        (_context, _kind, _page) = (context, kind, null);
        var (directory, me) = (context.Directory, context.Actor.PersonId);
        var scope = AccessScope.Of(me, directory, context.Today);
        _mayEnter = directory.GroupsOf(me, context.Today).Any();
        _areas = [.. directory.Data.Areas.Where(a => scope.IsHead || scope.AreaIds.Count == 0 || scope.AreaIds.Contains(a.Id))
            .OrderBy(a => a.Name, VietnameseText.Comparer).Select(a => new Option(a.Id, a.Name))];
        _types = Registers.Source(kind).Types.Select(t => new Option(t, L[FollowedWords.TypeKey(kind, t)])).OrAll(L);
        _domains = WorkDomains.All.Select(d => new Option(d, L[$"domain.{d}"])).OrAll(L);
        _states = [.. Choices.Of<FollowedProgress>(p => L[$"followed-progress.{p}"])];
    }

    private string FileOf(string file) => $"{Routes.FollowUps(_kind)}/{file}{new Uri(Navigation.Uri).Query}";

    private string Heading(FollowedRow row) =>
        _kind == FollowedKind.Guidance ? L[FollowedWords.TypeKey(_kind, row.Type)] : FollowedWords.Of(L, row);
}
