using System.Security.Claims;
using Portal.Domain.FollowUps;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Texts;

namespace Portal.Web.Api;

/// <summary>Registers of what was noted and is followed up, for other systems: the same rights as on screen.</summary>
internal static class FollowUpEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        foreach (var kind in Enum.GetValues<FollowedKind>())
        {
            MapReads(api, kind, Named(kind));
            MapActs(api, kind, Named(kind));
        }
    }

    private static void MapReads(RouteGroupBuilder api, FollowedKind kind, (string Path, string One) named)
    {
        var (path, one) = named;
        ApiEndpoints.Read(api, path, (
                ClaimsPrincipal user, HttpContext http, FollowUpQueries registers, string? area, string? group, string? domain,
                string? type, DateOnly? from, DateOnly? to, FollowedProgress progress = FollowedProgress.All, int page = 0) =>
                ListAsync(kind, user, http, registers, new FollowedFilter
                {
                    AreaId = area ?? "",
                    GroupId = group ?? "",
                    Domain = domain ?? "",
                    Type = type ?? "",
                    From = from,
                    To = to,
                    Progress = progress,
                    Page = page,
                }))
            .WithName($"list{one}Register")
            .WithSummary("The register as far as I may read it, the latest first.");
        ApiEndpoints.Read(api, $"{path}/{{id:guid}}", (
                Guid id, ClaimsPrincipal user, HttpContext http, FollowUpQueries registers, Localizer texts) =>
                ReadAsync(kind, id, user, http, registers, texts))
            .Produces<FollowUpAnswer>()
            .ProducesProblem(404)
            .WithName($"read{one}")
            .WithSummary("One record; 404 also for one I may not read.");
    }

    private static void MapActs(RouteGroupBuilder api, FollowedKind kind, (string Path, string One) named)
    {
        var (path, one) = named;
        api.MapPost(path, (
                ItemRequest request, ClaimsPrincipal user, HttpContext http, FollowUpActs acts, Localizer texts) =>
                EnterAsync(kind, path, request, user, http, acts, texts))
            .Produces<ItemVersionAnswer>(201)
            .WithMetadata(new KeyedAttribute())
            .WithName($"note{one}")
            .WithSummary("Notes a record of an area that my group watches.");
        api.MapPost($"{path}/{{id:guid}}/{{act}}", (
                Guid id, FollowUpAct act, ItemRequest request, ClaimsPrincipal user, HttpContext http, FollowUpActs acts,
                Localizer texts) => ActAsync(kind, id, act, request, user, http, acts, texts))
            .Produces<ItemVersionAnswer>()
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .WithMetadata(new KeyedAttribute())
            .WithName($"followUp{one}")
            .WithSummary("Settles or cancels it. 409 tells who was first, and when.");
    }

    private static (string Path, string One) Named(FollowedKind kind) => kind switch
    {
        FollowedKind.Contact => ("contacts", "Contact"),
        FollowedKind.Guidance => ("guidance", "Guidance"),
        FollowedKind.UninvitedMeeting => ("uninvited-meetings", "UninvitedMeeting"),
    };

    private static async Task<FollowUpListAnswer> ListAsync(
        FollowedKind kind, ClaimsPrincipal user, HttpContext http, FollowUpQueries registers, FollowedFilter filter)
    {
        var found = await registers.ListAsync(ApiEndpoints.ActorOf(user, http), kind, filter);
        return new FollowUpListAnswer(found.Rows, found.Total, Math.Max(0, filter.Page));
    }

    private static async Task<IResult> ReadAsync(
        FollowedKind kind, Guid id, ClaimsPrincipal user, HttpContext http, FollowUpQueries registers, Localizer texts)
    {
        var found = await registers.FindAsync(ApiEndpoints.ActorOf(user, http), kind, id);
        return found.IsSuccess ? TypedResults.Ok(FollowUpAnswer.Of(found.Value)) : ApiEndpoints.Problem(found.Refusal, texts);
    }

    private static async Task<IResult> EnterAsync(
        FollowedKind kind, string path, ItemRequest request, ClaimsPrincipal user, HttpContext http, FollowUpActs acts, Localizer texts)
    {
        if (!ApiEndpoints.TryReadKey(http, request, out var key))
        {
            return TypedResults.Problem(statusCode: 400, title: texts["Request.KeyTooLong"]);
        }

        var entered = await acts.EnterAsync(ApiEndpoints.ActorOf(user, http), kind, request.Form ?? [], key);
        return entered.IsSuccess
            ? TypedResults.Created($"/api/v1/{path}/{entered.Value}", new ItemVersionAnswer(entered.Value, 1))
            : ApiEndpoints.Problem(entered.Refusal, texts);
    }

    private static async Task<IResult> ActAsync(
        FollowedKind kind, Guid id, FollowUpAct act, ItemRequest request, ClaimsPrincipal user, HttpContext http, FollowUpActs acts,
        Localizer texts)
    {
        if (!ApiEndpoints.TryReadKey(http, request, out var key))
        {
            return TypedResults.Problem(statusCode: 400, title: texts["Request.KeyTooLong"]);
        }

        var done = await acts.ActAsync(ApiEndpoints.ActorOf(user, http), kind, id, act, request.Form ?? [], request.Version, key);
        return done.IsSuccess
            ? TypedResults.Ok(new ItemVersionAnswer(id, done.Value))
            : ApiEndpoints.Problem(done.Refusal, texts);
    }
}
