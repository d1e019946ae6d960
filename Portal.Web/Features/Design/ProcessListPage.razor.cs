using Microsoft.AspNetCore.Components.Forms;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Authoring;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared;
using Portal.Web.Shared.Fields;

namespace Portal.Web.Features.Design;

/// <summary>The processes with their versions: what begins, what is imported, what takes no new starts.</summary>
public partial class ProcessListPage
{
    private const long MaxBytes = 8_000_000;

    private IReadOnlyList<ProcessRow>? _rows;
    private CaseContext? _context;
    private bool _changes;
    private string? _problem;
    private string? _done;
    private string _newName = "";
    private string? _nameProblem;
    private OwnTemplate _template = OwnTemplate.Approval;
    private IReadOnlyList<AwaitedVersion> _awaited = [];
    private (string Id, VersionIntent? Intent)? _asked;
    private string _reason = "";
    private string? _reasonProblem;

    private List<Option> Templates => [.. Choices.Of<OwnTemplate>(t => L[$"template.{t}"])];

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        _context = await Operations.ContextAsync(actor);
        _changes = (await Design.RightsAsync(actor)).Changes;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var actor = await Current.GetAsync();
        _awaited = await Design.AwaitedAsync(actor);
        var found = await Design.ListAsync(actor);
        _rows = found.IsSuccess ? found.Value : [];
        _problem = found.IsSuccess ? null : L.Of(found.Refusal);
    }

    private async Task CreateAsync()
    {
        var made = await Design.CreateAsync(await Current.GetAsync(), _newName, _template);
        _nameProblem = made.IsSuccess ? null : L.FirstOf(made.Refusal);
        if (made.IsSuccess)
        {
            Navigation.NavigateTo(Routes.Design(made.Value));
        }
    }

    private Task ImportNewAsync(InputFileChangeEventArgs e) =>
        ImportAsync(e, async text => await Design.ImportNewAsync(await Current.GetAsync(), text));

    private Task ImportAsync(string definitionId, InputFileChangeEventArgs e) =>
        ImportAsync(e, async text => await Design.ImportAsync(await Current.GetAsync(), definitionId, text));

    private async Task ImportAsync(InputFileChangeEventArgs e, Func<string, Task<Result<string>>> take)
    {
        if (e.File.Size > MaxBytes)
        {
            _problem = L["Definition.TooLarge"];
            return;
        }

        using var reader = new StreamReader(e.File.OpenReadStream(MaxBytes));
        var made = await take(await reader.ReadToEndAsync());
        if (made.IsSuccess)
        {
            Navigation.NavigateTo(Routes.Design(made.Value));
        }
        else
        {
            _problem = L.Of(made.Refusal.Fields is [var field, ..] ? new Refusal(field.Code, field.Clause, [.. field.Args]) : made.Refusal);
        }
    }

    /// <param name="intent">Null: what another person asked for is returned.</param>
    private void Ask(string versionId, VersionIntent? intent) => (_asked, _reason, _reasonProblem) = ((versionId, intent), "", null);

    private static string WordOf(VersionIntent? intent) => intent?.ToString() ?? "Return";

    private async Task SwitchAsync()
    {
        var (id, intent) = _asked!.Value;
        var actor = await Current.GetAsync();
        var done = await (intent switch
        {
            VersionIntent.Retire => Design.RetireAsync(actor, id, _reason),
            VersionIntent.Resume => Design.ResumeAsync(actor, id, _reason),
            _ => ReturnAsync(actor, id),
        });
        _reasonProblem = done.IsSuccess ? null : L.FirstOf(done.Refusal);
        if (done.IsSuccess)
        {
            _asked = null;
            _done = done.Value ? null : L["Design.AskedSecond"];
            await LoadAsync();
        }
    }

    private async Task<Result<bool>> ReturnAsync(Actor actor, string id)
    {
        var returned = await Design.ReturnAsync(actor, id, _reason);
        return returned.IsSuccess ? true : returned.Refusal;
    }

    private async Task DraftAsync(string definitionId)
    {
        var made = await Design.DraftAsync(await Current.GetAsync(), definitionId);
        if (made.IsSuccess)
        {
            Navigation.NavigateTo(Routes.Design(made.Value));
        }
        else
        {
            _problem = L.Of(made.Refusal);
        }
    }

    private static string StateOf(VersionRow version) => version switch
    {
        { IsPublished: true, RequestedById.Length: > 0 } => "Design.RetireRequested",
        { IsPublished: true } => "Design.Published",
        { IsDraft: true, RequestedById.Length: > 0 } => "Design.Requested",
        { IsDraft: true } => "Design.Draft",
        { RequestedById.Length: > 0 } => "Design.ResumeRequested",
        _ => "Design.Earlier",
    };

    private static bool HasCasesToMove(ProcessRow process) =>
        process.Versions.Any(v => (!v.IsDraft && v.OpenCases == 0) || v.IsPublished)
            && process.Versions.Any(v => v.OpenCases > 0 && !v.IsPublished);

    private string WhoChanged(VersionRow version) => Name(version.PublishedAt is null ? version.ChangedById : version.PublishedById);

    private string Name(string id) => id.Length == 0 ? L["Design.Shipped"] : _context!.Directory.NameOf(id);
}
