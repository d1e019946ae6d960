using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Workflows.Authoring;
using Portal.Workflows.Runtime;
using Portal.Workflows.UserTasks;

namespace Portal.Web.Operations.Cases;

/// <summary>
/// Each process that administrators made has a register of its own: its cases as the person may see them, with the answers of its extra
/// fields as columns. What is Restricted has no place in it.
/// </summary>
public sealed class OwnRegister(PortalOperations operations, CaseQueries cases, CompiledDefinitions definitions, ReferenceCache reference)
{
    /// <summary>Rows of one export; the newest are left out where there are more.</summary>
    public const int MaxExported = 10_000;

    private const int AtOnce = 100;

    /// <param name="filter">Its process is <paramref name="key"/>, whatever it says.</param>
    /// <returns>Not found for a key that no published process has.</returns>
    public async Task<Result<OwnRegisterView>> OpenAsync(
        Actor actor, string key, CaseFilter filter, CancellationToken cancellation = default)
    {
        if ((await reference.GetAsync(cancellation)).OwnProcesses.GetValueOrDefault(key) is not { } name)
        {
            return Refusal.NotFound;
        }

        var columns = await ColumnsAsync(key, cancellation);
        var page = await cases.ListAsync(actor, filter with { ProcessKey = key }, cancellation);
        return new OwnRegisterView(name, columns, new(await WithValuesAsync(actor, page.Rows, columns, cancellation), page.Total));
    }

    /// <summary>All rows for a file, the earliest first, up to <see cref="MaxExported"/>; that they were taken away is recorded
    /// first.</summary>
    public async Task<Result<OwnRegisterView>> ExportAsync(Actor actor, string key, CancellationToken cancellation = default)
    {
        if ((await reference.GetAsync(cancellation)).OwnProcesses.GetValueOrDefault(key) is not { } name)
        {
            return Refusal.NotFound;
        }

        var recorded = await operations.RecordAsync(actor, "Case.RegisterExported", name, cancellation: cancellation);
        if (!recorded.IsSuccess)
        {
            return recorded.Refusal;
        }

        var (columns, rows) = (await ColumnsAsync(key, cancellation), new List<OwnRegisterRow>());
        var filter = new CaseFilter { ProcessKey = key, PageSize = AtOnce, After = Guid.Empty };
        while (rows.Count < MaxExported && (await cases.ListAsync(actor, filter, cancellation)).Rows is { Count: > 0 } next)
        {
            rows.AddRange(await WithValuesAsync(actor, next, columns, cancellation));
            filter = filter with { After = next[^1].Id };
        }

        return new OwnRegisterView(name, columns, new(rows, rows.Count));
    }

    private async Task<IReadOnlyList<ExtraField>> ColumnsAsync(string key, CancellationToken cancellation)
    {
        var definition = await operations.ReadAsync(
            async db =>
            {
                var version = await db.DefinitionVersions.Where(v => v.DefinitionId == key && v.PublishedAt != null)
                    .OrderByDescending(v => v.Version)
                    .Select(v => v.Id)
                    .FirstAsync(cancellation);
                return await definitions.OfAsync(version, db.FindVersionAsync, cancellation);
            },
            cancellation);
        return
        [
            .. Outline.Of(definition).SelectMany(s => s.Settings?.Fields ?? []).Where(f => f.Kind != "file").DistinctBy(f => f.Name),
        ];
    }

    private async Task<List<OwnRegisterRow>> WithValuesAsync(
        Actor actor, IReadOnlyList<CaseRow> rows, IReadOnlyList<ExtraField> columns, CancellationToken cancellation)
    {
        var context = await operations.ContextAsync(actor, cancellation: cancellation);
        var (ids, scope) = (rows.Select(r => r.Id).ToList(), AccessScope.Of(actor.PersonId, context.Directory, context.Today));
        var answers = columns.Count == 0 ? [] : await operations.ReadAsync(
            db => db.Submissions
                .Where(s => s.Sensitivity == Sensitivity.Normal && db.Cases.Where(CaseAccess.Content(scope))
                    .Any(c => c.Id == s.CaseId && ids.Contains(c.Id) && c.Sensitivity == Sensitivity.Normal))
                .OrderBy(s => s.At)
                .ThenBy(s => s.Id)
                .Select(s => new { s.CaseId, s.ExtraJson })
                .ToListAsync(cancellation),
            cancellation);
        var byCase = answers.Where(a => a.ExtraJson.Length > 0).ToLookup(a => a.CaseId, a => JsonNode.Parse(a.ExtraJson) as JsonObject);
        return [.. rows.Select(r => new OwnRegisterRow(r, ValuesOf(byCase[r.Id], columns)))];
    }

    // Of a field that several steps ask for, the latest answer.
    private static Dictionary<string, string> ValuesOf(IEnumerable<JsonObject?> answers, IReadOnlyList<ExtraField> columns)
    {
        var latest = answers.OfType<JsonObject>().Reverse().ToList();
        return columns.Select(c => (c.Name, Value: latest.Select(a => a[c.Name]?.ToString()).FirstOrDefault(v => v is { Length: > 0 })))
            .Where(v => v.Value is not null)
            .ToDictionary(v => v.Name, v => v.Value!);
    }
}
