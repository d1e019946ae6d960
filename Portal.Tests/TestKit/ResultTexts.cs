using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Domain.Common;
using Portal.Web.Operations;

namespace Portal.Tests.TestKit;

/// <summary>What an operation answered, as texts.</summary>
internal static class ResultTexts
{
    public static IEnumerable<string> Of(object? result) => Of(result, []);

    public static bool IsRefused(object? result) => result switch
    {
        null or false or 0 or "" => true,
        Result r => !r.IsSuccess,
        ITuple tuple => Enumerable.Range(0, tuple.Length).All(i => IsRefused(tuple[i])),
        IEnumerable list => !list.GetEnumerator().MoveNext(),
        _ when result.GetType().GetProperty("IsSuccess") is { } success => !(bool)success.GetValue(result)!,
        _ when result.GetType() is { IsGenericType: true } page && page.GetGenericTypeDefinition() == typeof(Page<>) =>
            (int)page.GetProperty("Total")!.GetValue(result)! == 0,
        _ => false,
    };

    // Every text that can be reached from what an operation gave.
    private static IEnumerable<string> Of(object? value, HashSet<object> seen)
    {
        if (value is string text)
        {
            return [text];
        }

        if (value is null || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || value is Delegate or Type || !seen.Add(value))
        {
            return [];
        }

        if (value is JsonNode json)
        {
            return [
                json.ToJsonString(
                    new System.Text.Json.JsonSerializerOptions {
                        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })];
        }

        if (value is IEnumerable list)
        {
            return list.Cast<object?>().SelectMany(v => Of(v, seen)).ToList();
        }

        // The organisation is everybody's; a refusal has no value; of an aggregate the screens show what its audience may read.
        if (IsOfTheFramework(value) || value is Portal.Domain.Areas.OrganisationDirectory or ICaseSubject || IsRefused(value))
        {
            return [];
        }

        if (value is ITuple tuple)
        {
            return Enumerable.Range(0, tuple.Length).SelectMany(i => Of(tuple[i], seen)).ToList();
        }

        return value.GetType()
            .GetProperties()
            .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "Refusal")
            .SelectMany(p => Of(p.GetValue(value), seen))
            .ToList();
    }

    private static bool IsOfTheFramework(object value) =>
        value is not ITuple && value.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true;
}
