using Portal.Domain.Common;
using Portal.Web.Persistence.Seed;

namespace Portal.Web.Setup;

/// <summary>The demo accounts that the console and the sign-in page offer: one for each kind of work.</summary>
public static class DemoAccounts
{
    private static readonly string[] Chosen = ["S11", "S31", "L4", "L1", "S03", "S20", "S09", "L3", "S37", "S06"];

    public static IReadOnlyList<DemoAccount> Offered()
    {
        var all = DemoOrganisation.Logins().ToDictionary(l => l.PersonId);
        return [.. Chosen.Select(c => new DemoAccount(c, all[c].Login, all[c].Name, LocalText.Of($"demo-account.{c}")))];
    }
}
