using Microsoft.AspNetCore.Components;
using Portal.Domain.Cases;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Searching;

namespace Portal.Web.Features.Searching;

public partial class SearchPage
{
    private SearchResults? _results;
    private CaseContext? _context;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var actor = await Current.GetAsync();
        _results = string.IsNullOrWhiteSpace(Query) ? null : await Search.FindAsync(actor, Query);
        _context = await Operations.ContextAsync(actor);
    }

    // From there on it is not counted further.
    private static string Number(int total) => total < Portal.Web.Operations.Searching.Search.MostRanked ? $"{total}" : $"{total}+";

    private string Found(SearchResults results) => results.IsEmpty
        ? L["Search.Nothing", Query!.Trim()]
        : L[
            "Search.Found",
            Number(results.CaseTotal),
            results.Areas.Count,
            results.People.Count,
            Number(results.ItemTotal),
            results.Files.Count,
            results.Processes.Count,
            results.Contacts.Count];

    private Department? DepartmentOf(StaffMember person) => _context!.Directory.Department(person.DepartmentId);

    private RenderFragment Marked(string text) => builder =>
    {
        foreach (var (part, hit) in PartsOf(text))
        {
            if (hit)
            {
                builder.OpenElement(0, "mark");
                builder.AddContent(1, part);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(2, part);
            }
        }
    };

    private IEnumerable<(string Text, bool IsHit)> PartsOf(string text) =>
        Portal.Web.Operations.Searching.Search.Mark(text, _results?.Words ?? []);
}
