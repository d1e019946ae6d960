using System.Security.Claims;
using Portal.Domain.Cases;
using Portal.Domain.ReportItems;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Texts;

namespace Portal.Web.Api;

/// <summary>Items of areas (Đ5.1) for other systems: the same rights as on screen.</summary>
internal static class ItemEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        ApiEndpoints.Read(api, "items", ListAsync).WithName("listItems").WithSummary("RP-03: items of areas I may read, newest first.");
        ApiEndpoints.Read(api, "items/{id:guid}", ReadAsync)
            .Produces<ItemAnswer>()
            .ProducesProblem(404)
            .WithName("readItem")
            .WithSummary("One item with its history; 404 also for one I may not read.");
        api.MapPost("items", EnterAsync)
            .Produces<ItemVersionAnswer>(201)
            .WithMetadata(new KeyedAttribute())
            .WithName("enterItem")
            .WithSummary("Enters an item of an area that my group watches.");
        api.MapPost("items/{id:guid}/{act}", ActAsync)
            .Produces<ItemVersionAnswer>()
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithMetadata(new KeyedAttribute())
            .WithName("actOnItem")
            .WithSummary("Does one of the acts that GET items/{id} names. 409 tells who was first, and when.");
    }

    private static async Task<ItemListAnswer> ListAsync(
        ClaimsPrincipal user, HttpContext http, ReportItemQueries items, string? area, string? group, string? department, string? domain,
        ReportItemKind? kind, ReportItemLevel? level, ReportItemProgress progress = ReportItemProgress.Open, int olderThanDays = 0,
        int page = 0)
    {
        var found = await items.ListAsync(ApiEndpoints.ActorOf(user, http), new ReportItemFilter
        {
            AreaId = area ?? "",
            GroupId = group ?? "",
            DepartmentId = department ?? "",
            Domain = domain ?? "",
            Kind = kind,
            Level = level,
            Progress = progress,
            OlderThanDays = Math.Clamp(olderThanDays, 0, ReportItemAddress.OldestDays),
            Page = page,
        });
        return new ItemListAnswer([.. found.Rows.Select(ItemListRow.Of)], found.Total, Math.Max(0, page));
    }

    private static async Task<IResult> ReadAsync(
        Guid id, ClaimsPrincipal user, HttpContext http, ReportItemQueries items, Localizer texts)
    {
        var found = await items.FindAsync(ApiEndpoints.ActorOf(user, http), id);
        return found.IsSuccess ? TypedResults.Ok(ItemAnswer.Of(found.Value)) : ApiEndpoints.Problem(found.Refusal, texts);
    }

    private static async Task<IResult> EnterAsync(
        ItemRequest request, ClaimsPrincipal user, HttpContext http, ReportItemActs acts, Localizer texts)
    {
        if (!ApiEndpoints.TryReadKey(http, request, out var key))
        {
            return TypedResults.Problem(statusCode: 400, title: texts["Request.KeyTooLong"]);
        }

        var entered = await acts.EnterAsync(ApiEndpoints.ActorOf(user, http), request.Form ?? [], key);
        return entered.IsSuccess
            ? TypedResults.Created($"/api/v1/items/{entered.Value}", new ItemVersionAnswer(entered.Value, 1))
            : ApiEndpoints.Problem(entered.Refusal, texts);
    }

    private static async Task<IResult> ActAsync(
        Guid id, ReportItemAct act, ItemRequest request, ClaimsPrincipal user, HttpContext http, ReportItemActs acts, Localizer texts)
    {
        if (!ApiEndpoints.TryReadKey(http, request, out var key))
        {
            return TypedResults.Problem(statusCode: 400, title: texts["Request.KeyTooLong"]);
        }

        var done = await acts.ActAsync(ApiEndpoints.ActorOf(user, http), id, act, request.Form ?? [], request.Version, key);
        return done.IsSuccess
            ? TypedResults.Ok(new ItemVersionAnswer(id, done.Value))
            : ApiEndpoints.Problem(done.Refusal, texts);
    }
}
