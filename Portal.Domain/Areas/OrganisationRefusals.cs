using Portal.Domain.Common;

namespace Portal.Domain.Areas;

/// <summary>Refusals of changes to the organisation (R-ORG-*).</summary>
internal static class OrganisationRefusals
{
    /// <summary>R-ORG-03 [Q]: no decision, or one without number or date.</summary>
    public static Refusal DecisionMissing { get; } = new("Org.DecisionMissing", "Đ2.3");

    public static Refusal LeadNotMember { get; } = new("Org.LeadNotMember", "Đ2.3");

    /// <summary>R-ORG-03 [Q]: on the day of the decision.</summary>
    public static Refusal SignerNotLeader(string signer) => new("Org.SignerNotLeader", "Đ2.3", signer);

    /// <summary>R-ORG-02 [Q]: fewer than two.</summary>
    public static Refusal TooFewMembers(string group) => new("Org.TooFewMembers", "Đ2.3", group);

    /// <summary>R-ORG-05 [Q]: none, or more than one.</summary>
    public static Refusal NotOneLead(string group) => new("Org.NotOneLead", "Đ2.3", group);

    /// <summary>R-ORG-06: no such area on that day.</summary>
    public static Refusal AreaNotValid(string area, DateOnly from) => new("Org.AreaNotValid", "Đ2.1", area, from);

    /// <summary>R-ORG-07: the area ends before the watch over it.</summary>
    public static Refusal AreaEndsBefore(string area, DateOnly last) => new("Org.AreaEndsBefore", "Đ2.1", area, last);

    /// <summary>R-ORG-01 [D]: another group watches it then.</summary>
    public static Refusal AreaTaken(string area, string group) => new("Org.AreaTaken", "Đ2.3", area, group);

    /// <summary>No such kind of area on that day.</summary>
    public static Refusal KindNotValid(DateOnly from) => new("Org.KindNotValid", "Đ2.1", from);
}
