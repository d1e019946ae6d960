using System.Globalization;

namespace Portal.Domain.Cases;

/// <summary>Section 8: the portal's own numbers, each changeable by an administrator. Immutable snapshot.</summary>
public sealed class PortalSettings(IReadOnlyDictionary<string, string> values)
{
    /// <summary>Every key with its default. Days are working days unless the name says otherwise.</summary>
    public static IReadOnlyDictionary<string, string> Defaults { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Trip.NoticeMode"] = "AcknowledgeOrObject",
        ["Plan.OpenDay"] = "20",
        ["Plan.SubmitDay"] = "25",
        ["Plan.DecideDays"] = "3",
        ["Trip.NoticeLeadDays"] = "2",
        ["Trip.DecideHours"] = "8",
        ["Trip.ResultDueDays"] = "3",
        ["Trip.ReviewDays"] = "5",
        ["Trip.BlockAfterDays"] = "off",
        ["Trip.OralConfirmDays"] = "1",
        ["Trip.LateOralNoticeDays"] = "1",
        ["Att.NominateDays"] = "1",
        ["Att.DecideDays"] = "1",
        ["Att.LatestHours"] = "4",
        ["Att.NotesDueDays"] = "2",
        ["Att.ShareReadDays"] = "3",
        ["Att.ReviewDays"] = "3",
        ["Att.OralConfirmDays"] = "1",
        ["Att.MoveToleranceDays"] = "3",
        ["Att.LateToleranceMinutes"] = "0",
        ["Rpt.DueDay"] = "3",
        ["Rpt.ReviewDays"] = "5",
        ["Rpt.AdHocDays"] = "1",
        ["Grp.MinutesDays"] = "3",
        ["Grp.RemindDay"] = "20",
        ["Issue.ReportDays"] = "1",
        ["Issue.ReviewDays"] = "1",
        ["Rev.ConsultDays"] = "5",
        ["Rev.AdHocDays"] = "10",
        ["Rev.AdHocDecider"] = "LC",
        ["Rev.IndividualsInPortal"] = "off",
        ["Rating.QuotaPercent"] = "20",
        ["Rating.QuotaException"] = "25",
        ["Rating.QuotaBase"] = "RatedGood",
        ["Rating.QuotaRounding"] = "Floor",
        ["Doc.Profile"] = "Party2026",
        ["Doc.Province"] = "…",
        ["Doc.Place"] = "…",
        ["Reserve.WindowDays"] = "3",
        ["Reminder.Offsets"] = "-1,0,1,3",
        ["Escalation.AfterDays"] = "3",
        ["Escalation.Chain"] = "leaderInCharge,head,standingDeputy",
        ["Task.HoldDays"] = "1",
        ["Compliance.AfterDays"] = "5",
        ["Contact.StaleDays"] = "60",
        ["Coverage.StaleDays"] = "45",
        ["Attachments.MaxMegabytes"] = "20",
        ["Attachments.MaxPerCase"] = "20",
        ["Security.TwoFactor"] = "off",
        ["Session.IdleMinutes"] = "15",
        ["Session.MaxHours"] = "10",
        ["Definitions.FourEyes"] = "on",
        ["Org.LeaderApproves"] = "on",
    };

    /// <summary>Those that administrators may change on screen, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Editable { get; } =
    [
        "Plan.OpenDay", "Plan.SubmitDay", "Plan.DecideDays",
        "Trip.NoticeMode", "Trip.NoticeLeadDays", "Trip.DecideHours", "Trip.OralConfirmDays", "Trip.LateOralNoticeDays",
        "Trip.ResultDueDays", "Trip.ReviewDays",
        "Trip.BlockAfterDays",
        "Att.NominateDays", "Att.DecideDays", "Att.LatestHours", "Att.NotesDueDays", "Att.ShareReadDays", "Att.ReviewDays",
        "Att.OralConfirmDays", "Att.MoveToleranceDays", "Att.LateToleranceMinutes",
        "Rpt.DueDay", "Rpt.ReviewDays", "Rpt.AdHocDays", "Grp.MinutesDays", "Grp.RemindDay", "Issue.ReportDays",
        "Issue.ReviewDays", "Rev.ConsultDays", "Rev.AdHocDays", "Rev.AdHocDecider", "Rev.IndividualsInPortal", "Rating.QuotaPercent",
        "Rating.QuotaException", "Rating.QuotaBase", "Rating.QuotaRounding",
        "Doc.Profile", "Doc.Province", "Doc.Place",
        "Reserve.WindowDays", "Reminder.Offsets", "Escalation.AfterDays", "Escalation.Chain", "Task.HoldDays", "Compliance.AfterDays",
        "Contact.StaleDays", "Coverage.StaleDays",
        "Attachments.MaxMegabytes",
        "Attachments.MaxPerCase", "Definitions.FourEyes", "Org.LeaderApproves",
        "Session.IdleMinutes", "Session.MaxHours", "Security.TwoFactor",
    ];

    /// <summary>The groups in which they are shown, by how their keys begin.</summary>
    public static IReadOnlyList<(string Name, string[] Prefixes)> Groups { get; } =
    [
        ("Trips", ["Plan", "Trip"]), ("Meetings", ["Att", "Grp"]), ("Reports", ["Rpt", "Issue"]), ("Reviews", ["Rev", "Rating"]),
        ("Documents", ["Doc"]),
        ("Deadlines", ["Reserve", "Reminder", "Escalation", "Task", "Compliance"]), ("Areas", ["Contact", "Coverage"]),
        ("System", ["Attachments", "Definitions", "Org", "Session", "Security"]),
    ];

    // The clause that a group of parameters serves; one without is the office's own deadline or a limit of the portal.
    private static readonly Dictionary<string, string> ClauseOfPrefix = new()
    {
        ["Plan"] = "Đ8.1",
        ["Trip"] = "Đ7.A.5",
        ["Att"] = "Đ7.B.3",
        ["Grp"] = "Đ7.B.2",
        ["Rpt"] = "Đ8.2",
        ["Issue"] = "Đ5.3",
        ["Rev"] = "Đ5.6",
        ["Rating"] = "Đ7.B.4",
        ["Reserve"] = "Đ6.4",
        ["Compliance"] = "Đ13.3",
        ["Contact"] = "Đ9.1",
        ["Coverage"] = "Đ1.1",
        ["Org"] = "Đ2.1",
    };

    /// <summary>The clause that a parameter serves; null for the office's own deadlines and the portal's limits.</summary>
    public static string? ClauseOf(string key) => ClauseOfPrefix.GetValueOrDefault(PrefixOf(key));

    public static string GroupOf(string key) => Groups.First(g => g.Prefixes.Contains(PrefixOf(key))).Name;

    private static string PrefixOf(string key) => key[..key.IndexOf('.', StringComparison.Ordinal)];

    public static IReadOnlyList<string> NoticeModes { get; } = ["AcknowledgeOrObject", "ApproveRequired"];

    /// <summary>Parameters with a fixed list of values.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Choices { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["Trip.NoticeMode"] = NoticeModes,
        ["Rev.AdHocDecider"] = ["LC", "HEAD"],
        ["Rev.IndividualsInPortal"] = ["off", "on"],
        ["Doc.Profile"] = ["Party2026", "Party2018"],
        ["Definitions.FourEyes"] = ["on", "off"],
        ["Org.LeaderApproves"] = ["on", "off"],
        ["Security.TwoFactor"] = ["off", "Administrators", "Leaders", "Everyone"],
        ["Escalation.Chain"] =
        [
            "leaderInCharge,head,standingDeputy", "leaderInCharge,standingDeputy,head", "head,standingDeputy", "standingDeputy,head",
        ],
        ["Rating.QuotaBase"] = ["RatedGood", "RatedGoodOrBetter", "AllRated"],
        ["Rating.QuotaRounding"] = ["Floor", "Nearest", "Ceiling"],
    };

    /// <summary>Parameters of which a greater number asks less: more time, more tolerance, a larger share, a longer session.</summary>
    private static readonly HashSet<string> GreaterIsSofter =
    [
        "Plan.SubmitDay", "Plan.DecideDays", "Trip.DecideHours", "Trip.ResultDueDays", "Trip.ReviewDays", "Trip.BlockAfterDays",
        "Trip.OralConfirmDays", "Trip.LateOralNoticeDays", "Att.NominateDays", "Att.DecideDays", "Att.NotesDueDays",
        "Att.ShareReadDays", "Att.ReviewDays", "Att.OralConfirmDays", "Att.MoveToleranceDays", "Att.LateToleranceMinutes",
        "Rpt.DueDay", "Rpt.ReviewDays", "Rpt.AdHocDays", "Grp.MinutesDays", "Grp.RemindDay", "Issue.ReportDays", "Issue.ReviewDays",
        "Rev.ConsultDays", "Rev.AdHocDays",
        "Rating.QuotaPercent", "Rating.QuotaException",
        "Escalation.AfterDays", "Task.HoldDays", "Compliance.AfterDays",
        "Contact.StaleDays", "Coverage.StaleDays", "Session.IdleMinutes", "Session.MaxHours",
    ];

    /// <summary>Parameters of which a smaller number asks less: notice given later, less time to reserve an opinion.</summary>
    private static readonly HashSet<string> SmallerIsSofter = ["Trip.NoticeLeadDays", "Att.LatestHours", "Reserve.WindowDays"];

    /// <summary>Values of a choice, strictest first.</summary>
    private static readonly Dictionary<string, string[]> StrictestFirst = new()
    {
        ["Trip.NoticeMode"] = ["ApproveRequired", "AcknowledgeOrObject"],
        ["Rev.AdHocDecider"] = ["HEAD", "LC"],
        ["Rev.IndividualsInPortal"] = ["off", "on"],
        ["Definitions.FourEyes"] = ["on", "off"],
        ["Org.LeaderApproves"] = ["on", "off"],
        ["Security.TwoFactor"] = ["Everyone", "Leaders", "Administrators", "off"],
        ["Rating.QuotaBase"] = ["RatedGood", "RatedGoodOrBetter", "AllRated"],
        ["Rating.QuotaRounding"] = ["Floor", "Nearest", "Ceiling"],
    };

    /// <summary>Whether a change asks less of people than before: a second person has to agree to it .</summary>
    /// <param name="before">The value in force; like the other one it passes <see cref="Check"/>.</param>
    public static bool IsSofter(string key, string before, string after)
    {
        // What is off is not demanded at all.
        static int Number(string value) => value == "off" ? int.MaxValue : int.Parse(value, CultureInfo.InvariantCulture);
        return StrictestFirst.TryGetValue(key, out var order)
            ? Array.IndexOf(order, after) > Array.IndexOf(order, before)
            : (GreaterIsSofter.Contains(key) && Number(after) > Number(before))
                || (SmallerIsSofter.Contains(key) && Number(after) < Number(before));
    }

    /// <summary>Null when the value may be stored for the key; else the code of what is wrong.</summary>
    public static string? Check(string key, string value)
    {
        if (!Editable.Contains(key))
        {
            return "Setting.Unknown";
        }

        bool IsNumber(string text, int min, int max) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max;
        return key switch
        {
            _ when Choices.TryGetValue(key, out var choices) => choices.Contains(value) ? null : "Setting.NotOneOf",
            "Doc.Province" or "Doc.Place" => value.Trim().Length is > 0 and <= 100 ? null : "Setting.NotName",
            "Rating.QuotaPercent" or "Rating.QuotaException" => IsNumber(value, 0, 100) ? null : "Setting.NotPercent",
            "Trip.BlockAfterDays" => value == "off" || IsNumber(value, 0, 365) ? null : "Setting.NumberOrOff",
            "Reminder.Offsets" => value.Split(',', StringSplitOptions.TrimEntries) is { Length: <= 10 } parts
                && parts.All(p => IsNumber(p, -30, 90))
                ? null
                : "Setting.NotOffsets",
            "Task.HoldDays" or "Rpt.DueDay" => IsNumber(value, 1, 30) ? null : "Setting.NotDays",
            "Plan.OpenDay" or "Plan.SubmitDay" or "Grp.RemindDay" => IsNumber(value, 1, 28) ? null : "Setting.NotDayOfMonth",
            "Session.IdleMinutes" => IsNumber(value, 5, 480) ? null : "Setting.NotIdleMinutes",
            "Session.MaxHours" => IsNumber(value, 1, 24) ? null : "Setting.NotSessionHours",
            "Attachments.MaxMegabytes" => IsNumber(value, 1, 100) ? null : "Setting.NotMegabytes",
            _ => IsNumber(value, 0, 365) ? null : "Setting.NotDays",
        };
    }

    public static PortalSettings Default { get; } = new(new Dictionary<string, string>());

    public string Text(string key) => values.GetValueOrDefault(key) ?? Defaults[key];

    /// <exception cref="FormatException">The stored value is no whole number.</exception>
    public int Int(string key) => int.Parse(Text(key), CultureInfo.InvariantCulture);

    /// <summary>Null when switched off.</summary>
    public int? IntOrOff(string key) => Text(key) == "off" ? null : Int(key);

    public IReadOnlyList<int> Ints(string key) =>
        [.. Text(key).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(v => int.Parse(v, CultureInfo.InvariantCulture))];

    /// <summary>The parts of a list.</summary>
    public IReadOnlyList<string> Words(string key) =>
        Text(key).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static bool IsKnown(string key) => Defaults.ContainsKey(key);

    /// <summary>R-TRIP-06: the leader must acknowledge before departure.</summary>
    public bool ApprovalRequired => Text("Trip.NoticeMode") == "ApproveRequired";
}
