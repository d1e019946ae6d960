using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Monitoring;
using Portal.Web.Operations;
using Portal.Web.Operations.Areas;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Files;
using Portal.Web.Operations.Forms;
using Portal.Web.Operations.Incidents;
using Portal.Web.Operations.Notices;
using Portal.Web.Operations.People;
using Portal.Web.Operations.Searching;
using Portal.Web.Operations.Settings;
using Portal.Web.Operations.Tasks;
using Portal.Web.Processes;
using Portal.Web.Security;
using Portal.Web.Shared;
using Portal.Web.Shared.Diagrams;
using Portal.Web.Shared.Forms;
using Portal.Web.Shared.Layout;
using Portal.Web.Shared.TaskForms;
using Portal.Web.Shared.Wizard;
using Portal.Web.Texts;
using Portal.Workflows.Runtime;
using Portal.Workflows.Runtime.Openings;
using Portal.Workflows.UserTasks;

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
            results.Files.Count];

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
