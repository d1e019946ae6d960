using System.ComponentModel.DataAnnotations;

namespace Portal.Web.Api;

/// <summary>Credentials for <c>POST token</c>.</summary>
/// <param name="Code">Of the authenticator, for an account that has one.</param>
public sealed record TokenRequest(
    [property: MaxLength(TokenRequest.Longest)] string UserName, [property: MaxLength(TokenRequest.Longest)] string Password,
    [property: MaxLength(20)] string? Code = null)
{
    /// <summary>Characters; what is longer is no name and no password.</summary>
    public const int Longest = 512;
}
