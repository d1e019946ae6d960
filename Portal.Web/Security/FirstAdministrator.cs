namespace Portal.Web.Security;

/// <summary>
/// The one-time link that makes the first administrator of an installation without demo data. Lives in memory: a new
/// start prints a new one, and as soon as an account exists there is none.
/// </summary>
public sealed class FirstAdministrator
{
    private string? _token;

    public string Issue() => _token = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(24));

    public bool IsValid(string? token) => _token is not null && token is not null
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(_token), System.Text.Encoding.ASCII.GetBytes(token));

    public void Use() => _token = null;
}
