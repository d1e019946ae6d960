using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Portal.Web.Operations;
using Portal.Web.Texts;

namespace Portal.Web.Api;

/// <summary>What the document of the API (<c>/openapi/v1.json</c>) says beyond what the endpoints' types tell.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    private static readonly (string Status, string Words)[] Always =
    [
        ("400", "Bad Request"), ("401", "Unauthorized"), ("429", "Too Many Requests"), ("503", "Service Unavailable"),
    ];

    private const int LongestValue = 400;

    private static readonly Dictionary<string, string> Words = new()
    {
        ["process"] = "Key of a process, as GET processes names it.",
        ["group"] = "Id of a monitoring group, e.g. N03.",
        ["area"] = "Id of an area, e.g. A020.",
        ["state"] = "State of the case.",
        ["search"] = "Words, with or without tone marks; all have to be found.",
        ["after"] = "Id of the last row that was read; zeros to begin.",
        ["due"] = "When the step is due.",
        ["sort"] = "Order of the rows; with after they come oldest first.",
        ["page"] = "Number of the page, from 0.",
        ["pageSize"] = "Rows of a page.",
        ["department"] = "Id of a department: what was released to it.",
        ["domain"] = "Field of work.",
        ["kind"] = "Kind of the item.",
        ["level"] = "How pressing it is.",
        ["progress"] = "How far it has come.",
        ["olderThanDays"] = "Entered at least so many days ago; 0 for any.",
        ["type"] = "What the register tells apart: the counterpart of contacts, what guidance was.",
        ["from"] = "First day, e.g. 2026-11-01.",
        ["to"] = "Last day, e.g. 2026-11-30.",
        ["act"] = "What is done with it.",
        ["id"] = "Id of the case, step or item."
    };

    public static void Describe(OpenApiOptions options)
    {
        // Generators of clients read this version; of the next not all do.
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;

        // HEAD is GET without its body: clients are made for the one.
        options.ShouldInclude = described => described.HttpMethod != HttpMethods.Head;
        options.AddDocumentTransformer(DescribeAsync);
        options.AddOperationTransformer(DescribeAsync);
        options.AddSchemaTransformer(DescribeAsync);
    }

    // A form, its schema: any JSON, described elsewhere.
    private static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        if (context.JsonTypeInfo.Type.IsAssignableTo(typeof(JsonNode)))
        {
            (schema.Type, schema.AdditionalPropertiesAllowed) = (JsonSchemaType.Object, true);
        }
        else if (context.JsonTypeInfo.Type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
        }

        return Task.CompletedTask;
    }

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info.Title = context.ApplicationServices.GetRequiredService<TextCatalogue>().Vietnamese["Layout.Brand"];
        document.Info.Description =
            "The same use cases and the same rights as on the screens. Times are UTC, but inside forms: see their schema "
            + "(GET /api/v1/processes). What is refused is told as application/problem+json.";
        document.Info.License = new OpenApiLicense { Name = "Dùng nội bộ", Url = new Uri("/", UriKind.Relative) };
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

        // What may be null is said so where it stands: generators of clients make a type of its own of "one of null and this".
        foreach (var schema in document.Components.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
        {
            foreach (var (name, property) in schema.Properties?.ToList() ?? [])
            {
                if (property is OpenApiSchema { OneOf: { Count: 2 } both }
                    && both.FirstOrDefault(s => s.Type != JsonSchemaType.Null) is { } other)
                {
                    schema.Properties![name] = new OpenApiSchema
                    {
                        Type = (other.Type ?? JsonSchemaType.Object) | JsonSchemaType.Null,
                        AdditionalPropertiesAllowed = true,
                        Description = property.Description,
                    };
                }
            }
        }

        return Task.CompletedTask;
    }

    // Values of addresses that are longer narrow a list to nothing.
    private static void Limit(IOpenApiParameter parameter)
    {
        if (parameter is OpenApiParameter described)
        {
            described.Description ??= Words.GetValueOrDefault(parameter.Name ?? "");
        }

        if (parameter.Schema is not OpenApiSchema schema)
        {
            return;
        }

        switch (parameter.Name)
        {
            case "page":
                schema.Minimum = "0";
                break;
            case "pageSize":
                (schema.Minimum, schema.Maximum) = ("1", Paging.MostRows.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                schema.MaxLength ??= schema.Type?.HasFlag(JsonSchemaType.String) == true && schema.Format is null ? LongestValue : null;
                break;
        }
    }

    private static async Task DescribeAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Security = metadata.OfType<IAllowAnonymous>().Any()
            ? []
            : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];

        if (metadata.OfType<KeyedAttribute>().Any())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = ApiEndpoints.KeyHeader,
                In = ParameterLocation.Header,
                Description = "Of your own making, unique for a day: the same request under the same key is done once and answered alike, "
                    + "also while the first is on its way.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = RequestKey.MaxLength },
            });
        }

        foreach (var parameter in operation.Parameters ?? [])
        {
            Limit(parameter);
        }

        // Whatever the operation: who is not known, has not the right, calls too often, or finds the store out of order.
        var problem = await context.GetOrCreateSchemaAsync(
            typeof(Microsoft.AspNetCore.Mvc.ProblemDetails), cancellationToken: cancellation);
        operation.Responses ??= [];
        foreach (var (status, words) in Always)
        {
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = words,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = problem } },
            });
        }
    }
}
