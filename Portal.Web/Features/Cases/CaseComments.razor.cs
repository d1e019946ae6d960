using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared;

namespace Portal.Web.Features.Cases;

public partial class CaseComments
{
    private Remark _remark = new("", HoldsNoSecret: false);
    private readonly List<string> _mentions = [];
    private IReadOnlyList<string> _readers = [];
    private readonly SubmitLock _submitLock = new();
    private string? _problem;

    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required CaseContext Context { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override async Task OnInitializedAsync() =>
        _readers = View.CanComment ? await Cases.ReadersAsync(await Current.GetAsync(), View.Case.Id) : [];

    private List<Option> Readers() =>
        [.. _readers.Where(r => !_mentions.Contains(r))
            .Select(r => new Option(r, $"{Context.Directory.NameOf(r)} – {Context.Directory.Person(r)?.Position}"))];

    private void Mention(string person)
    {
        if (person.Length > 0)
        {
            _mentions.Add(person);
        }
    }

    private Task SendAsync() => _submitLock.RunOnceAsync(async () =>
    {
        var done = await Acts.CommentAsync(await Current.GetAsync(), View.Case.Id, _remark, _mentions);
        _problem = done.IsSuccess
            ? null
            : L.FirstOf(done.Refusal);
        if (done.IsSuccess)
        {
            _remark = new Remark("", HoldsNoSecret: false);
            _mentions.Clear();
            await OnChanged.InvokeAsync();
        }
    });
}
