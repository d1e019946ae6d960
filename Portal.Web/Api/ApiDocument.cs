using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Portal.Web.Texts;

namespace Portal.Web.Api;

/// <summary>What the document of the API (<c>/openapi/v1.json</c>) says beyond what the endpoints' types tell.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    public static void Describe(OpenApiOptions options)
    {
        // Generators of clients read this version; of the next not all do.
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.AddDocumentTransformer(DescribeAsync);
        options.AddOperationTransformer(DescribeAsync);
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info.Title = context.ApplicationServices.GetRequiredService<TextCatalogue>().Vietnamese["Layout.Brand"];
        document.Info.Description =
            "The same use cases and the same rights as on the screens. Times are UTC, but inside forms: see their schema "
            + "(GET /api/v1/processes). What is refused is told as application/problem+json.";
        document.Info.License = new OpenApiLicense { Name = "Internal" };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = new HashSet<OpenApiTag> { new() { Name = "Portal", Description = "Cases and their steps." } };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = Bearer,
                Description = "accessToken of POST /api/v1/token, good for one hour.",
            },
        };
        return Task.CompletedTask;
    }

    private static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        }

        if (metadata.OfType<KeyedAttribute>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = ApiEndpoints.KeyHeader,
                In = ParameterLocation.Header,
                Description = "Of your own making, unique for a day: the same request under the same key is done once and answered alike, "
                    + "also while the first is on its way.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Operations.RequestKey.MaxLength },
            });
        }

        // Whatever the operation: who is not known, has not the right, calls too often, or finds the store out of order.
        var problem = await context.GetOrCreateSchemaAsync(
            typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), cancellationToken: cancellation);
        operation.Responses ??= [];
        foreach (var (status, words) in new[] { ("400", "Bad Request"), ("401", "Unauthorized"), ("429", "Too Many Requests"), ("503", "Service Unavailable") })
        {
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = words,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } },
            });
        }
    }
}
