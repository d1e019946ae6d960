namespace Portal.Web.Operations.Compliance;

/// <summary>What a finding may be, as it is picked.</summary>
public static class ComplianceKinds
{
    public static IReadOnlyList<string> All { get; } =
    [
        ComplianceFinding.Missing, ComplianceFinding.Late, "lateNotice", "departedWithoutAcknowledgement", "oralDisputed",
        "oralConsentDisputed",
    ];
}
