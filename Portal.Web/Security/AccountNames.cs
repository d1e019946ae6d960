using Microsoft.AspNetCore.Identity;
using Portal.Domain.Common;

namespace Portal.Web.Security;

/// <summary>Names of accounts as they are compared: any text that is typed is one, also what is no character at all.</summary>
public sealed class AccountNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : PlainText.CleanLine(name).Normalize().ToUpperInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
