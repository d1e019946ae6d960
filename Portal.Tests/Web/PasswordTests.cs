using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.TestKit;
using Portal.Web.Security;

namespace Portal.Tests.Web;

/// <summary>Which passwords are taken.</summary>
public class PasswordTests
{
    private const string Password = "Thuyền về bến Thượng 2026";

    [Theory]
    [InlineData("con đường làng quanh co", true)]
    [InlineData("gạo trắng nước trong 2026", true)]
    [InlineData("toàn chữ thường không số", true)]
    [InlineData("câu dài có chữ password ở giữa", true)]
    [InlineData("ngắn quá", false)]
    [InlineData("MatKhau2026", false)]
    [InlineData("Mật khẩu 123", false)]
    [InlineData("vuong.gm vuong.gm", false)]
    [InlineData("Vượng thích đọc sách", false)]
    [InlineData("aaaaaaaaaaaa", false)]
    [InlineData("qwerty123456", false)]
    [InlineData("1q2w3e4r5t6y", false)]
    [InlineData("zaq12wsxcde3", false)]
    [InlineData("Admin@12345", false)]
    [InlineData("Abcd@12345", false)]
    [InlineData("trustno1trustno1", false)]
    [InlineData("p@55w0rd!2027", false)]
    [InlineData("hoangsatruongsa", false)]
    [InlineData("khongbiet123", false)]
    [InlineData("truongbantochuc", false)]
    [InlineData("BàuTrâm2026", false)]
    [InlineData("bau tram xanh cay lua", true)]
    public async Task Length_counts_and_what_is_guessed_first_is_refused(string password, bool isTaken)
    {
        await using var portal = await TestPortal.CreateAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var user = (await users.FindByNameAsync("vuong.gm"))!;
        var changed = await users.ChangePasswordAsync(user, "LamGiang2026", password);
        Assert.True(changed.Succeeded == isTaken, string.Join(' ', changed.Errors.Select(e => e.Description)));
        Assert.All(changed.Errors, e => Assert.Contains("ật khẩu", e.Description, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(System.Text.NormalizationForm.FormC, System.Text.NormalizationForm.FormD)]
    [InlineData(System.Text.NormalizationForm.FormD, System.Text.NormalizationForm.FormC)]
    public async Task A_password_is_the_same_however_a_keyboard_puts_its_letters_together(
        System.Text.NormalizationForm set, System.Text.NormalizationForm given)
    {
        await using var portal = await TestPortal.CreateAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var user = (await users.FindByNameAsync("vuong.gm"))!;
        Assert.True((await users.ChangePasswordAsync(user, "LamGiang2026", Password.Normalize(set))).Succeeded);
        Assert.True(await users.CheckPasswordAsync(user, Password.Normalize(given)));
        Assert.False(await users.CheckPasswordAsync(user, Password + "\ud800"));

        // Set in parts before there was this rule.
        user.PasswordHash = new PasswordHasher<UserAccount>().HashPassword(user, Password.Normalize(System.Text.NormalizationForm.FormD));
        Assert.True(await users.CheckPasswordAsync(user, Password.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public async Task A_password_lies_stretched_as_OWASP_advises()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var user = (await users.FindByNameAsync("vuong.gm"))!;
        Assert.Equal((1, 2u, 210_000u), Stretching(user.PasswordHash!));

        // Set when it was less: it comes in, and is stretched anew.
        user.PasswordHash = new PasswordHasher<UserAccount>(
            Options.Create(new PasswordHasherOptions { IterationCount = 1000 })).HashPassword(user, Password);
        Assert.True(await users.CheckPasswordAsync(user, Password));
        Assert.Equal((1, 2u, 210_000u), Stretching(user.PasswordHash));
    }

    // Identity's third format: a mark, which function (2 is HMAC-SHA-512), how often.
    private static (int Format, uint Function, uint Times) Stretching(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return (bytes[0],
            System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)),
            System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)));
    }

    [Theory]
    [InlineData("", "\n")]
    [InlineData(":12345", "\r\n")]
    public void A_breached_password_is_found_wherever_it_stands_in_the_list_and_no_other(string count, string end)
    {
        string[] listed = [.. Enumerable.Range(0, 500).Select(i => $"mật khẩu đã lộ {i}")];
        var path = Path.GetTempFileName();
        File.WriteAllText(
            path, string.Join(end, listed.Select(p => Sum(p) + count).Order(StringComparer.Ordinal)) + (count.Length > 0 ? end : ""));
        Assert.All(listed, p => Assert.True(BreachedPasswords.IsListed(path, p), p));
        Assert.DoesNotContain(Enumerable.Range(500, 500), i => BreachedPasswords.IsListed(path, $"mật khẩu đã lộ {i}"));
        File.WriteAllText(path, Sum(listed[0]));
        Assert.True(BreachedPasswords.IsListed(path, listed[0]) && !BreachedPasswords.IsListed(path, listed[1]));
        File.WriteAllText(path, "");
        Assert.False(BreachedPasswords.IsListed(path, listed[0]));
        File.WriteAllText(path, string.Join(end, listed));
        Assert.Contains("byte", Assert.Throws<InvalidDataException>(() => BreachedPasswords.IsListed(path, listed[0])).Message,
            StringComparison.Ordinal);
        File.Delete(path);

#pragma warning disable CA5350
        static string Sum(string password) =>
            Convert.ToHexString(System.Security.Cryptography.SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
    }

    [Fact]
    public async Task Where_the_office_has_a_list_a_password_in_it_is_refused()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "F3E6EB46746F1E928B8D32E5BC778784F728318F\n");
        await using var portal = await TestPortal.CreateAsync();
        portal.Services.GetRequiredService<IOptions<SecurityOptions>>().Value.BreachedPasswords = path;
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserAccount>>();
        var user = (await users.FindByNameAsync("vuong.gm"))!;
        var refused = await users.ChangePasswordAsync(user, "LamGiang2026", "con đường làng quanh co");
        Assert.Equal("PasswordBreached", Assert.Single(refused.Errors).Code);
        Assert.Contains("đã bị lộ", refused.Errors.First().Description, StringComparison.Ordinal);
        Assert.True((await users.ChangePasswordAsync(user, "LamGiang2026", "gạo trắng nước trong 2026")).Succeeded);

        // A list that is none, or is not there, is told at the start.
        Assert.Empty(Problems(path));
        await File.WriteAllTextAsync(path, "mật khẩu trần\n");
        Assert.Contains("byte 0", Assert.Single(Problems(path)), StringComparison.Ordinal);
        File.Delete(path);
        Assert.Contains("cannot be read", Assert.Single(Problems(path)), StringComparison.Ordinal);

        static List<string> Problems(string list)
        {
            var options = new SecurityOptions { BreachedPasswords = list };
            return [.. options.Validate(new(options)).Select(r => r.ErrorMessage!)];
        }
    }
}
