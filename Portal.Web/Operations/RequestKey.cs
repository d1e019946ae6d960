namespace Portal.Web.Operations;

/// <summary>What another system names its request by, so that it may send it twice and have it done once.</summary>
/// <param name="Key">1 to 200 characters, unique per person for a day.</param>
/// <param name="RequestHash">Hash of the request: the same key with another request is refused.</param>
public sealed record RequestKey(string Key, string RequestHash)
{
    public const int MaxLength = 200;
}
