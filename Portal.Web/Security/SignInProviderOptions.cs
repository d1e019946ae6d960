using System.ComponentModel.DataAnnotations;
using Portal.Web.Setup;

namespace Portal.Web.Security;

/// <summary><c>OpenIdConnect</c>: sign-in by the organisation's own provider. Off unless an authority is named.</summary>
public sealed class SignInProviderOptions : IValidatableObject
{
    /// <summary>Address of the provider, e.g. <c>https://dangnhap.tinhuy.example/realms/tinhuy</c>; empty: off.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says after "Đăng nhập bằng".</summary>
    public string Name { get; set; } = "tài khoản chung";

    /// <summary>The claim that holds the portal's user name at the first sign-in; afterwards the provider's own key counts.</summary>
    public string NameClaim { get; set; } = "preferred_username";

    /// <summary>The provider asks for a second factor itself: the portal then asks for none of its own.</summary>
    public bool SecondFactor { get; set; }

    /// <summary>False only for trying out: the provider may then be reached without HTTPS.</summary>
    public bool RequireHttps { get; set; } = true;

    public bool IsOn => Authority.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsOn
            && !(Uri.TryCreate(Authority, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || (!RequireHttps && address.Scheme == Uri.UriSchemeHttp))))
        {
            yield return new ValidationResult(StartTexts.Of("Start.ProviderAddress"), [nameof(Authority)]);
        }

        if (IsOn && (ClientId.Length == 0 || ClientSecret.Length == 0))
        {
            yield return new ValidationResult(StartTexts.Of("Start.ProviderSecret"), [nameof(ClientId), nameof(ClientSecret)]);
        }
    }
}
