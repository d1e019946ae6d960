using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Administration;
using Portal.Domain.Common;
using Portal.Web.Documents.Workbook;
using Portal.Web.Operations.Administration;
using Portal.Web.Texts;

namespace Portal.Tests.TestKit;

/// <summary>Workbooks into a portal without the screen.</summary>
internal static class WorkbookTrial
{
    public static OrganisationImports Imports(this TestPortal portal) => portal.Services.GetRequiredService<OrganisationImports>();

    public static WorkbookWords Words(this TestPortal portal) => new(
        portal.Services.GetRequiredService<TextCatalogue>(), portal.Services.GetRequiredService<Localizer>(), portal.Imports().Sheets);

    /// <summary>What the portal has, as a file.</summary>
    public static async Task<MemoryStream> WorkbookAsync(this TestPortal portal, string person, string? only = null) =>
        new(new WorkbookWriter(portal.Words()).Write((await portal.Imports().RowsAsync(portal.Person(person), "x")).Value, only));

    public static Result<WorkbookFile> Read(this TestPortal portal, Stream file, string? preferred = null)
    {
        file.Position = 0;
        return new WorkbookReader(portal.Words()).Read(file, "so.xlsx", preferred);
    }

    public static async Task<ImportReport> TryAsync(this TestPortal portal, string person, Stream file, string? preferred = null)
    {
        var read = portal.Read(file, preferred);
        Assert.True(read.IsSuccess, read.Refusal?.Code);
        return (await portal.Imports().TryAsync(portal.Person(person), read.Value.Tables, portal.Words().OptionOf)).Value;
    }

    public static async Task<ImportReport> StoreAsync(this TestPortal portal, string person, Stream file, string? preferred = null)
    {
        var (tried, read) = (await portal.TryAsync(person, file, preferred), portal.Read(file, preferred).Value);
        Assert.True(!tried.HasErrors, string.Join('\n', Errors(tried)));
        return (await portal.Imports().StoreAsync(portal.Person(person), read.Name, read.Tables, portal.Words().OptionOf, tried)).Value;
    }

    /// <summary>Errors as "sheet row column: code".</summary>
    public static IEnumerable<string> Errors(ImportReport report) => report.Rows.SelectMany(r => r.Errors.Select(
        e => $"{r.SheetName} {r.Line} {e.Path}: {e.Code}"));
}
