using Microsoft.AspNetCore.Mvc;
using MudBlazor;
using Portal.Web.Documents;
using Portal.Web.Security;

namespace Portal.Web.Processes.Reviews;

/// <summary>P3: annual cycles, and the proposals of their areas.</summary>
public sealed class ReviewsModule : ProcessModule
{
    /// <summary>The board of the cycles; below it, by year, one cycle and its dossier.</summary>
    public const string BoardPage = "/kiem-diem";

    /// <summary>Keys of the address of RP-16.</summary>
    public const string GroupKey = "nhom", ProgressKey = "tinh-trang";

    public override void AddServices(IServiceCollection services) =>
        services.AddSingleton<ReviewCycles>().AddSingleton<ReviewDocuments>().AddSingleton<ReviewFollowing>();

    public override IEnumerable<MenuEntry> Menu => [new(55, BoardPage, Icons.Material.Filled.FactCheck, "Review.Title")];

    /// <summary>RP-15 and RP-16 as files.</summary>
    public override void MapDocuments(IEndpointRouteBuilder routes)
    {
        routes.MapPost(BoardPage + "/{id:guid}/tai-ve", ExportAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        routes.MapFile(BoardPage + "/{year:int}/thuc-hien.xlsx", FollowingAsync);
    }

    /// <summary>What an address asks RP-16 for: the page and its file show the same lines.</summary>
    /// <param name="value">A value of the address by its key; empty where it has none.</param>
    public static FollowedFilter FilterOf(Func<string, string> value) => new(
        value(GroupKey),
        Enum.TryParse<FollowedProgress>(value(ProgressKey), out var at) && at.ToString() == value(ProgressKey) ? at : null);

    private static async Task<IResult> FollowingAsync(
        int year, FileRequest asked, ReviewFollowing following, ReviewDocuments documents, CancellationToken cancellation) =>
        await asked.GiveAsync(
            await following.ExportAsync(asked.Actor, year, FilterOf(asked.Value), cancellation),
            FileKind.Sheet,
            (rows, context) => documents.Following(rows, year, context),
            _ => $"theo-doi-goi-y-{year}");

    private static async Task<IResult> ExportAsync(
        Guid id, [FromForm] string file, [FromForm] string? purpose, FileRequest asked, ReviewCycles reviews, ReviewDocuments documents,
        CancellationToken cancellation)
    {
        if (!ReviewDocuments.Files.Contains(file))
        {
            return Results.NotFound();
        }

        var view = await reviews.ExportAsync(asked.Actor, id, file, purpose ?? "", cancellation);
        if (!view.IsSuccess)
        {
            return asked.Refused(view.Refusal);
        }

        var made = documents.Make(file, view.Value, await asked.ContextAsync())!.Value;
        return Results.File(made.Content, made.Type, made.Name);
    }
}
