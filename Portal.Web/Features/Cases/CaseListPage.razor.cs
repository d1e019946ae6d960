using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Web.Operations;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared.Fields;

namespace Portal.Web.Features.Cases;

public partial class CaseListPage
{
    private CaseContext? _context;
    private Page<CaseRow>? _page;
    private IReadOnlyList<Option> _processes = [];
    private IReadOnlyList<Option> _states = [];

    // What is searched for is not in the address: words of a case stay out of the histories of browsers.
    private string _search = "";

    [SupplyParameterFromQuery(Name = "quy-trinh")]
    public string? Process { get; set; }

    [SupplyParameterFromQuery(Name = "tinh-trang")]
    public string? State { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _context = await Operations.ContextAsync(await Current.GetAsync());
        _processes = Processes.All.Select(p => new Option(p.Key, L.Process(p.Key)))
            .Concat((await Reference.GetAsync()).OwnProcesses.Select(p => new Option(p.Key, p.Value)))
            .OrAll(L);

        // Overdue is no state of its own, but stands among them.
        _states = Choices.Of<CaseState>(s => L[$"state.{s}"])
            .Append(new Option(nameof(CaseFilter.Overdue), L["Home.Overdue"]))
            .OrAll(L);
    }

    protected override async Task LoadAsync() => _page = await Cases.ListAsync(await Current.GetAsync(), new CaseFilter
    {
        ProcessKey = Process ?? "",
        State = Named<CaseState>(State ?? ""),
        Overdue = State == nameof(CaseFilter.Overdue),
        Search = _search,
        Sort = SortOf<CaseSort>() ?? CaseSort.Changed,
        IsDescending = SortOf<CaseSort>() is null || Address.IsDescending,
        Page = Address.Page,
    });

    private Task SearchAsync(string text)
    {
        _search = text;
        return AnewAsync();
    }
}
