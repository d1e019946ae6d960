using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Antiforgery;
using Portal.Domain.Common;
using Portal.Domain.Organisation;
using Portal.Web.Operations.Authoring;
using Portal.Web.Security;
using Portal.Web.Texts;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;
using Portal.Workflows.Runtime;

namespace Portal.Web.ElsaStudio;

/// <summary>
/// Elsa's management API for definitions, as far as Elsa Studio needs it to list, open, change, store and publish them. It is there for
/// Studio's page alone: by the cookie of who opened it, with the antiforgery token of that page, for designers.
/// </summary>
public static class StudioEndpoints
{
    public const string Root = "/elsa/api";

    /// <summary>Where Studio keeps the count of changes that it shows, in what a definition has of its own.</summary>
    private const string Stamp = "portalStamp";

    /// <summary>Lists that Studio asks for and that are empty here.</summary>
    private static readonly string[] EmptyLists =
    [
        "descriptors/workflow-activation-strategies", "descriptors/log-persistence-strategies", "descriptors/commit-strategies/workflows",
        "descriptors/commit-strategies/activities", "features/installed", "descriptors/storage-drivers", "descriptors/variables",
        "descriptors/output-converters",
    ];

    public static void MapElsaStudio(this WebApplication app)
    {
        var api = app.MapGroup(Root).RequireAuthorization(Policies.Design).ExcludeFromDescription()
            .WithMetadata(new DoorAttribute(DoorKind.Api | DoorKind.Documents))
            .AddEndpointFilter(OwnPageOnlyAsync);
        api.MapGet("workflow-definitions", ListAsync);
        api.MapGet("workflow-definitions/by-definition-id/{definitionId}", ByDefinitionIdAsync);
        api.MapGet("workflow-definitions/by-id/{versionId}", ByVersionIdAsync);
        api.MapGet("workflow-definitions/validation/is-name-unique", IsNameUniqueAsync);
        api.MapPost("workflow-definitions", StoreAsync);
        api.MapPost("workflow-definitions/{definitionId}/publish", PublishAsync);
        api.MapGet("descriptors/activities", ActivitiesAsync);
        api.MapGet("descriptors/expression-descriptors", (Localizer texts) => Items(StudioDescriptors.Expressions(texts)));
        api.MapGet("descriptors/incident-strategies", (Localizer texts) => Items(StudioDescriptors.IncidentStrategies(texts)));
        foreach (var path in EmptyLists)
        {
            api.MapGet(path, () => Items([]));
        }

        // Studio shows an answer in words only where it is a 400.
        api.MapMethods(
            "{**rest}",
            [HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete],
            (Localizer texts) => Refused(texts["Studio.NotHere"]));
        StudioPage.Map(app);
    }

    private static async ValueTask<object?> OwnPageOnlyAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var http = invocation.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method)
            && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            return Refused(http.RequestServices.GetRequiredService<Localizer>()["Common.Stale"]);
        }

        return await next(invocation);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, ProcessDesign design, Localizer texts, string? versionOptions, int? page, int? pageSize, string? searchTerm,
        string[]? definitionIds, CancellationToken cancellation)
    {
        var found = await design.VersionsAsync(ActorOf(http), definitionIds ?? [], cancellation);
        if (!found.IsSuccess)
        {
            return Refused(texts.Of(found.Refusal));
        }

        var rows = found.Value
            .Where(v => Takes(versionOptions, v)
                && VietnameseText.Fold(v.Name).Contains(VietnameseText.Fold(searchTerm), StringComparison.Ordinal))
            .ToList();
        var size = Math.Clamp(pageSize ?? 100, 1, 100);
        return Json(new JsonObject
        {
            ["items"] = new JsonArray([.. rows.Skip(Math.Clamp(page ?? 0, 0, 10_000) * size).Take(size).Select(Row)]),
            ["totalCount"] = rows.Count,
            ["links"] = new JsonArray(Link("/workflow-definitions", "create")),
        });
    }

    private static async Task<IResult> ByDefinitionIdAsync(
        string definitionId, string? versionOptions, HttpContext http, ProcessDesign design, Localizer texts,
        CancellationToken cancellation)
    {
        var found = await design.VersionsAsync(ActorOf(http), [definitionId], cancellation);
        return Answer(found, v => Takes(versionOptions, v), texts);
    }

    private static async Task<IResult> ByVersionIdAsync(
        string versionId, HttpContext http, ProcessDesign design, Localizer texts, CancellationToken cancellation)
    {
        // The id of a version is that of its process and its number.
        var end = versionId.LastIndexOf("-v", StringComparison.Ordinal);
        var found = await design.VersionsAsync(ActorOf(http), [end < 0 ? versionId : versionId[..end]], cancellation);
        return Answer(found, v => v.Id == versionId, texts);
    }

    private static async Task<IResult> IsNameUniqueAsync(
        string? name, string? definitionId, HttpContext http, ProcessDesign design, Localizer texts, CancellationToken cancellation)
    {
        var found = await design.VersionsAsync(ActorOf(http), [], cancellation);
        return found.IsSuccess
            ? Json(new JsonObject { ["isUnique"] = !found.Value.Any(v => v.Name == name && v.DefinitionId != definitionId) })
            : Refused(texts.Of(found.Refusal));
    }

    private static async Task<IResult> StoreAsync(
        HttpContext http, ProcessDesign design, Localizer texts, CancellationToken cancellation)
    {
        var actor = ActorOf(http);
        if (!(await design.RightsAsync(actor, cancellation)).Changes)
        {
            return Refused(texts.Of(Refusal.Forbidden));
        }

        JsonObject? model;
        bool publishes;
        try
        {
            var body = await JsonNode.ParseAsync(
                http.Request.Body, documentOptions: new() { MaxDepth = 64 }, cancellationToken: cancellation);
            (model, publishes) = (body?["model"] as JsonObject, body?["publish"] is JsonValue v && v.TryGetValue<bool>(out var on) && on);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return Refused(texts["Request.NoJson"]);
        }

        if (model is null)
        {
            return Refused(texts["Request.NoJson"]);
        }

        var stored = await design.StoreAsync(actor, model, TakeStamp(model), cancellation);
        if (stored.IsSuccess && publishes)
        {
            return await PublishDraftAsync(stored.Value, actor, design, texts, cancellation);
        }

        return stored.IsSuccess ? Stored(stored.Value, alreadyPublished: false) : Refused(texts.Of(stored.Refusal));
    }

    private static async Task<IResult> PublishAsync(
        string definitionId, HttpContext http, ProcessDesign design, Localizer texts, CancellationToken cancellation)
    {
        var actor = ActorOf(http);
        var found = await design.VersionsAsync(actor, [definitionId], cancellation);
        if (!found.IsSuccess)
        {
            return Refused(texts.Of(found.Refusal));
        }

        return found.Value is [var latest, ..]
            ? await PublishDraftAsync(latest, actor, design, texts, cancellation)
            : Refused(texts.Of(Refusal.NotFound));
    }

    private static async Task<IResult> PublishDraftAsync(
        DefinitionVersion version, Actor actor, ProcessDesign design, Localizer texts, CancellationToken cancellation)
    {
        if (!version.IsDraft)
        {
            return Stored(version, alreadyPublished: true);
        }

        var note = version.Note.Length > 0 ? version.Note : texts["Studio.Note"];
        var published = await design.PublishAsync(actor, version.Id, version.Stamp, note, cancellation);
        if (!published.IsSuccess)
        {
            return Refused(texts.Of(published.Refusal));
        }

        if (!published.Value)
        {
            return Refused(texts["Studio.SecondPerson"]);
        }

        var now = await design.VersionsAsync(actor, [version.DefinitionId], cancellation);
        return now.IsSuccess ? Stored(now.Value[0], alreadyPublished: false) : Refused(texts.Of(now.Refusal));
    }

    private static async Task<IResult> ActivitiesAsync(
        HttpContext http, ProcessDesign design, Localizer texts, CancellationToken cancellation)
    {
        var found = await design.VersionsAsync(ActorOf(http), [], cancellation);
        return found.IsSuccess
            ? Items(StudioDescriptors.Activities([.. found.Value.Select(v => WorkflowDefinition.Read(v.Json))], texts))
            : Refused(texts.Of(found.Refusal));
    }

    // As Elsa names them; a number is that version.
    private static bool Takes(string? options, DefinitionVersion v) => options switch
    {
        null or "" or "Latest" => v.IsLatest,
        "Published" => v.IsPublished,
        "LatestOrPublished" => v.IsLatest || v.IsPublished,
        "LatestAndPublished" => v.IsLatest && v.IsPublished,
        "Draft" => v.IsDraft,
        "All" or "AllVersions" => true,
        _ => int.TryParse(options, System.Globalization.CultureInfo.InvariantCulture, out var number) && v.Version == number,
    };

    private static IResult Answer(Result<IReadOnlyList<DefinitionVersion>> found, Func<DefinitionVersion, bool> which, Localizer texts)
    {
        if (!found.IsSuccess)
        {
            return Refused(texts.Of(found.Refusal));
        }

        return found.Value.FirstOrDefault(which) is { } version ? Json(Document(version)) : Results.NotFound();
    }

    private static IResult Stored(DefinitionVersion version, bool alreadyPublished) => Json(new JsonObject
    {
        ["workflowDefinition"] = Document(version),
        ["alreadyPublished"] = alreadyPublished,
        ["consumingWorkflowCount"] = 0,
    });

    private static JsonObject Document(DefinitionVersion version)
    {
        var json = StudioDocument.ForStudio(WorkflowDefinition.Read(version.Json));
        (json["id"], json["definitionId"], json["version"]) = (version.Id, version.DefinitionId, version.Version);
        (json["isLatest"], json["isPublished"], json["createdAt"]) = (version.IsLatest, version.IsPublished, version.CreatedAt);
        if (json["customProperties"] is not JsonObject custom)
        {
            json["customProperties"] = custom = [];
        }

        custom[Stamp] = version.Stamp;

        // Without this link Studio only shows: earlier versions are not changed.
        json["links"] = version.IsLatest
            ? new JsonArray(Link($"/workflow-definitions/{version.DefinitionId}/publish", "publish")) : new JsonArray();
        return json;
    }

    private static int? TakeStamp(JsonObject model)
    {
        if (model["customProperties"] is not JsonObject custom)
        {
            return null;
        }

        var stamp = custom[Stamp] is JsonValue v && v.TryGetValue<int>(out var number) ? number : (int?)null;
        custom.Remove(Stamp);
        return stamp;
    }

    private static JsonObject Row(DefinitionVersion v) => new()
    {
        ["id"] = v.Id,
        ["definitionId"] = v.DefinitionId,
        ["name"] = v.Name,
        ["description"] = v.Note,
        ["version"] = v.Version,
        ["isLatest"] = v.IsLatest,
        ["isPublished"] = v.IsPublished,
        ["materializerName"] = "Json",
        ["isMaterializerAvailable"] = true,
        ["createdAt"] = v.CreatedAt,
        ["links"] = new JsonArray(),
    };

    private static JsonObject Link(string path, string relation) =>
        new() { ["href"] = path, ["rel"] = relation, ["method"] = HttpMethods.Post };

    private static IResult Items(IReadOnlyList<JsonObject> items) =>
        Json(new JsonObject { ["items"] = new JsonArray([.. items]), ["count"] = items.Count });

    private static IResult Json(JsonNode json) => Results.Text(json.ToJsonString(), "application/json; charset=utf-8");

    private static IResult Refused(string sentence) => Results.Json(
        new { statusCode = StatusCodes.Status400BadRequest, message = sentence, errors = new { generalErrors = new[] { sentence } } },
        statusCode: StatusCodes.Status400BadRequest);

    private static Actor ActorOf(HttpContext http) => http.User.ToActor(http.Connection.RemoteIpAddress?.ToString());
}
