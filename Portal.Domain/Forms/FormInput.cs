using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation;
using FluentValidation.Results;
using Portal.Domain.Common;

namespace Portal.Domain.Forms;

/// <summary>
/// Turns a form's JSON into its typed record and validates it. The same way for the wizard, the API and the seed:
/// a screen is no trust boundary. Unknown fields are refused, so that nothing can be smuggled in.
/// </summary>
public static class FormInput
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 16,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>The typed, validated input; or <c>Common.Invalid</c> with one error per field.</returns>
    public static Result<T> Read<T>(JsonObject form, IValidator<T> validator)
        where T : class
    {
        if (FormText.Tidy(form, (validator as IFormRules)?.Schema.Fields) is { } unfit)
        {
            return unfit;
        }

        T? input;
        try
        {
            input = form.Deserialize<T>(Json);
        }
        catch (JsonException e)
        {
            return Refusal.Invalid([new FieldError(PathOf(e.Path), "Common.WrongType")]);
        }

        if (input is null)
        {
            return Refusal.Invalid([new FieldError("", "Common.WrongType")]);
        }

        List<FieldError> errors = [.. Check(input, validator)?.Fields ?? []];
        if (ClassificationMarks.Unconfirmed(form, form) is { } mark)
        {
            errors.Add(mark);
        }

        return errors.Count > 0 ? Refusal.Invalid(errors) : input;
    }

    /// <summary>A form that is still being filled in, nothing of it checked; null where it cannot be read as it stands.</summary>
    public static T? Draft<T>(JsonObject form, FormSchema schema)
        where T : class
    {
        var names = schema.Fields.Select(f => f.Name).ToHashSet();
        var known = new JsonObject(form.Where(f => names.Contains(f.Key)).Select(f => KeyValuePair.Create(f.Key, f.Value?.DeepClone())));
        try
        {
            return known.Deserialize<T>(Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when the input is valid.</summary>
    public static Refusal? Check<T>(T input, IValidator<T> validator)
    {
        var result = validator.Validate(input);
        return result.IsValid ? null : Refusal.Invalid([.. result.Errors.Select(ToError).DistinctBy(e => (e.Path, e.Code))]);
    }

    public static JsonObject ToJson<T>(T input) => (JsonObject)JsonSerializer.SerializeToNode(input, Json)!;

    private static FieldError ToError(ValidationFailure failure) => failure.CustomState as FieldError ?? new FieldError(
        CamelCase(failure.PropertyName), failure.ErrorCode, failure.CustomState as string, ArgsOf(failure));

    private static object?[] ArgsOf(ValidationFailure failure)
    {
        if (failure.FormattedMessagePlaceholderValues is not { } values)
        {
            return [];
        }

        if (values.TryGetValue("MaxLength", out var max) && max is > 0)
        {
            return [max];
        }

        return values.TryGetValue("MinLength", out var min) ? [min] : [];
    }

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(p => p.Length == 0 ? p : char.ToLowerInvariant(p[0]) + p[1..]));

    private static string PathOf(string? jsonPath)
    {
        if (jsonPath is null)
        {
            return "";
        }

        return jsonPath.StartsWith("$.", StringComparison.Ordinal) ? jsonPath[2..] : jsonPath.TrimStart('$');
    }
}
