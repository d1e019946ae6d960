using Portal.Web.Security;

namespace Portal.Tests.Web;

/// <summary>Where an address leads back to: into the portal, whatever stands in it.</summary>
public class ReturnPathTests
{
    [Fact]
    public void Whatever_character_stands_anywhere_it_is_a_path_of_the_portal_that_can_be_sent()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            foreach (var wanted in new[] { $"/{(char)code}/x", $"/a{(char)code}", $"{(char)code}/x", $"/{(char)code}" })
            {
                var path = ReturnPath.Of(wanted);
                Assert.True(
                    path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl),
                    $"{code:X}: {wanted}");
                _ = Uri.EscapeDataString(path);
            }
        }

        Assert.Equal("/ho-so?tu=1&den=2#x", ReturnPath.Of("/ho-so?tu=1&den=2#x"));
    }
}
