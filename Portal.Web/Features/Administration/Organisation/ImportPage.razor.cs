using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Domain.Administration;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Web.Documents;
using Portal.Web.Operations.Forms;
using Portal.Web.Shared;
using Portal.Web.Shared.Forms;

namespace Portal.Web.Features.Administration.Organisation;

public partial class ImportPage
{
    private const int MaxRows = 500;
    private const long MaxBytes = 5 * 1024 * 1024;
    private static readonly FormSchema Decision = new(
        "import",
        typeof(object),
        new FormPage("import", null, OrganisationAct.Find("area-create")!.Form.Fields.First(f => f.Name == "decision")));
    private FormModel? _model;
    private ImportReport? _report;
    private IReadOnlyList<IReadOnlyDictionary<string, string>> _rows = [];
    private string? _problem;
    private readonly SubmitLock _submitLock = new();

    [Parameter]
    public required string Register { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var context = await Operations.ContextAsync(await Current.GetAsync());
        _model = Register == Registers.Areas
            ? new FormModel(Decision, [], FormChoices.Of(context, null, wholeCommittee: true, areasAreFixed: false))
            : null;
    }

    private async Task TryAsync(InputFileChangeEventArgs e)
    {
        (_report, _problem) = (null, null);
        using var copy = new MemoryStream();
        try
        {
            await e.File.OpenReadStream(MaxBytes).CopyToAsync(copy);
        }
        catch (IOException)
        {
            _problem = L["File.TooLarge", MaxBytes / 1024 / 1024];
            return;
        }

        var read = OrganisationSheets.Read(copy, Register, c => L[$"sheet.{c}"]);
        if (!read.IsSuccess)
        {
            _problem = L.Of(read.Refusal);
            return;
        }

        _rows = read.Value;
        await RunAsync(onlyTry: true);
    }

    private Task StoreAsync() => RunAsync(onlyTry: false);

    private Task RunAsync(bool onlyTry) => _submitLock.RunOnceAsync(async () =>
    {
        var decision = _model is null
            ? null
            : System.Text.Json.JsonSerializer.Deserialize<DecisionInput>(
                _model.ToSend()["decision"]?.ToJsonString() ?? "{}", FormInput.Json);
        var done = await Administration.ImportAsync(await Current.GetAsync(), Register, _rows, decision, onlyTry);
        _report = done.IsSuccess ? done.Value : null;
        _problem = done.IsSuccess ? null : L.Of(done.Refusal);
    });

    private static string TitleOf(ImportReport report)
    {
        if (report.IsStored)
        {
            return "Import.Stored";
        }

        return report.HasErrors ? "Import.HasErrors" : "Import.Preview";
    }

    private string Counts(ImportReport report) => L[
        "Import.Counts",
        report.Count(ImportOutcome.New),
        report.Count(ImportOutcome.Changed),
        report.Count(ImportOutcome.Same),
        report.Count(ImportOutcome.Wrong)];

    // What is wrong comes first.
    private static IEnumerable<ImportRow> Shown(ImportReport report) =>
        report.Rows.Where(r => r.Outcome != ImportOutcome.Same)
            .OrderBy(r => r.Outcome == ImportOutcome.Wrong ? 0 : 1)
            .Take(MaxRows);

    private string Place(FieldError error) =>
        error.Path.Length > 0 ? $"{L.First(error.Path, $"sheet.{error.Path}", $"field.{error.Path}")}: " : "";
}
