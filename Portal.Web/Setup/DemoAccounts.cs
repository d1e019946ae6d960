using Portal.Web.Persistence.Seed;

namespace Portal.Web.Setup;

/// <summary>The demo accounts that the console and the sign-in page offer: one for each kind of work.</summary>
public static class DemoAccounts
{
    private static readonly (string PersonId, string What)[] Chosen =
    [
        ("S11", "Trưởng nhóm 3"), ("S31", "thành viên nhóm 3"), ("L4", "lãnh đạo phụ trách nhóm 3, 4, 8"), ("L1", "Trưởng ban"),
        ("S03", "Văn thư"), ("S20", "tổng hợp kiểm điểm"),
        ("S09", "Trưởng nhóm 1, Trưởng phòng"), ("L3", "lãnh đạo phụ trách nhóm 1, 2, 7"), ("S37", "theo dõi thực hiện Quy chế"),
        ("S06", "quản trị hệ thống"),
    ];

    public static IReadOnlyList<DemoAccount> Offered()
    {
        var all = DemoOrganisation.Logins().ToDictionary(l => l.PersonId);
        return [.. Chosen.Select(c => new DemoAccount(c.PersonId, all[c.PersonId].Login, all[c.PersonId].Name, c.What))];
    }
}
