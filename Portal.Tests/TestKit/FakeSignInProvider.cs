using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Tests.TestKit;

/// <summary>An OpenID Connect provider that lets one person in without asking; it insists on the client's secret and on PKCE.</summary>
public sealed class FakeSignInProvider : IAsyncDisposable
{
    public const string ClientId = "cong";
    public const string ClientSecret = "bi-mat-cua-cong";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "1" };
    private readonly Dictionary<string, (string Challenge, string Nonce)> _codes = [];
    private readonly WebApplication _app;

    private FakeSignInProvider(WebApplication app) => _app = app;

    /// <summary>Who is let in: the provider's key and the name it gives.</summary>
    public (string Key, string Name) Person { get; set; }

    /// <summary>Refuses whoever comes.</summary>
    public bool Refuses { get; set; }

    public string Address => _app.Urls.First();

    public string[] Settings =>
        [$"--OpenIdConnect:Authority={Address}", $"--OpenIdConnect:ClientId={ClientId}", $"--OpenIdConnect:ClientSecret={ClientSecret}",
            "--OpenIdConnect:RequireHttps=false", "--OpenIdConnect:Name=tài khoản Tỉnh ủy"];

    public static async Task<FakeSignInProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var provider = new FakeSignInProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = Address,
            authorization_endpoint = $"{Address}/authorize",
            token_endpoint = $"{Address}/token",
            jwks_uri = $"{Address}/keys",
            response_types_supported = new[] { "code" },
            id_token_signing_alg_values_supported = new[] { "RS256" },
        });
        _app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(_key);
            return new { keys = new[] { new { kty = key.Kty, use = "sig", kid = _key.KeyId, n = key.N, e = key.E, alg = "RS256" } } };
        });
        _app.MapGet("/authorize", (HttpRequest request) =>
        {
            string Asked(string name) => request.Query[name].ToString();
            if (Refuses)
            {
                return Results.Redirect(QueryHelpers.AddQueryString(
                    Asked("redirect_uri"), new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = Asked("state") }));
            }

            var code = Guid.NewGuid().ToString("N");
            _codes[code] = (Asked("code_challenge"), Asked("nonce"));
            return Results.Redirect(QueryHelpers.AddQueryString(
                Asked("redirect_uri"), new Dictionary<string, string?> { ["code"] = code, ["state"] = Asked("state") }));
        });
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (form["client_id"] != ClientId
                || form["client_secret"] != ClientSecret
                || !_codes.Remove(form["code"].ToString(), out var asked)
                || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
            {
                return Results.BadRequest(new { error = "invalid_grant" });
            }

            var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Address,
                Audience = ClientId,
                Subject = new ClaimsIdentity([new Claim("sub", Person.Key), new Claim("preferred_username", Person.Name),
                    new Claim("nonce", asked.Nonce)]),
                IssuedAt = TestClock.UtcNow.UtcDateTime,
                Expires = TestClock.UtcNow.UtcDateTime.AddMinutes(5),
                SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
            });
            return Results.Ok(new { access_token = "x", token_type = "Bearer", expires_in = 300, id_token = token });
        });
    }
}
