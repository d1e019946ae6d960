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

    public override void AddServices(IServiceCollection services) => services.AddSingleton<ReviewCycles>().AddSingleton<ReviewDocuments>();

    public override IEnumerable<MenuEntry> Menu => [new(55, BoardPage, Icons.Material.Filled.FactCheck, "Review.Title")];

    /// <summary>RP-15 and RP-16 as files.</summary>
    public override void MapDocuments(IEndpointRouteBuilder routes) =>
        routes.MapPost(BoardPage + "/{id:guid}/tai-ve", ExportAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();

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
