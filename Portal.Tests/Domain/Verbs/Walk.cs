using Portal.Domain.Common;

namespace Portal.Tests.Domain.Verbs;

/// <summary>Steps of the road to a state: what a builder does has to succeed.</summary>
public static class Walk
{
    public static T Made<T>(this Result<T> result)
    {
        Must(result);
        return result.Value;
    }

    /// <summary>The result of a factory together with what it made.</summary>
    public static (Result Result, T? Made) Both<T>(Result<T> result)
        where T : class => (result, result.IsSuccess ? result.Value : null);

    public static void Must(this Result result) => Assert.True(result.IsSuccess, result.IsSuccess ? "" : Said(result.Refusal));

    public static string Said(Refusal refusal) => $"{refusal.Code} {string.Join("; ", refusal.Fields.Select(f => $"{f.Path}: {f.Code}"))}";
}
