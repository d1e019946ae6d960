using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Portal.Domain.Administration;
using Portal.Web.Documents.Workbook;
using Portal.Web.Shared;

namespace Portal.Web.Features.Administration.Organisation;

public partial class ImportPage
{
    private const long MaxBytes = 10 * 1024 * 1024;
    private readonly SubmitLock _submitLock = new();
    private WorkbookWords? _words;
    private WorkbookFile? _file;
    private ImportReport? _report;
    private string? _problem;
    private int _stored;

    /// <summary>List from which the person came: what a file with one unnamed sheet is taken for.</summary>
    [SupplyParameterFromQuery(Name = "danh-muc")]
    public string? Register { get; set; }

    protected override void OnInitialized() => _words = new WorkbookWords(Catalogue, L, Imports.Sheets);

    private Task TryAsync(InputFileChangeEventArgs e) => _submitLock.RunOnceAsync(async () =>
    {
        (_report, _file, _problem) = (null, null, null);
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

        var read = new WorkbookReader(_words!).Read(copy, e.File.Name, RegisterSheets.Of(Register));
        if (!read.IsSuccess)
        {
            _problem = L.Of(read.Refusal);
            return;
        }

        var tried = await Imports.TryAsync(await Current.GetAsync(), read.Value.Tables, _words!.OptionOf);
        (_file, _report, _problem) =
            (read.Value, tried.IsSuccess ? tried.Value : null, tried.IsSuccess ? null : L.Of(tried.Refusal));
    });

    private Task StoreAsync() => _submitLock.RunOnceAsync(async () =>
    {
        var done = await Imports.StoreAsync(await Current.GetAsync(), _file!.Name, _file.Tables, _words!.OptionOf, _report!);
        (_report, _problem) = (done.IsSuccess ? done.Value : null, done.IsSuccess ? null : L.Of(done.Refusal));
        _stored++;
    });

    private static string TitleOf(ImportReport report)
    {
        if (report.IsStored)
        {
            return "Import.Stored";
        }

        if (report.HasErrors)
        {
            return "Import.HasErrors";
        }

        return report.ChangesAnything ? "Import.Preview" : "Import.Nothing";
    }

    private string Counts(ImportReport report) => L[
        "Import.Counts",
        report.Count(ImportOutcome.New),
        report.Count(ImportOutcome.Changed),
        report.Count(ImportOutcome.Same),
        report.Count(ImportOutcome.Wrong)];
}
